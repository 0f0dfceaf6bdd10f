// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the issuer has signed a token, with the one algorithm that is configured and a key that is configured. Keys that a
 * token brings or points to are not looked at. Thread-safe.
 */
final class SignatureCheck {

    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]++(\\.[A-Za-z0-9_-]++){2}");
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt");

    private final SignatureAlgorithm algorithm;
    private final AlgorithmConstraints constraints;
    private final KeySource keys;

    SignatureCheck(SignatureAlgorithm algorithm, KeySource keys) {
        this.algorithm = algorithm;
        this.constraints = new AlgorithmConstraints(ConstraintType.PERMIT, algorithm.name());
        this.keys = keys;
    }

    /**
     * The claims of a token.
     *
     * @return an unmodifiable map
     * @throws RefusedTokenException when the issuer has not signed it
     */
    Map<String, Object> claims(String token) throws RefusedTokenException {
        JsonWebSignature signature = parsed(token);
        checkHeader(signature);
        List<VerificationKey> candidates = keys.candidates(signature.getKeyIdHeaderValue());
        if (candidates.isEmpty()) {
            throw new RefusedTokenException("no such key is known");
        }
        for (VerificationKey candidate : candidates) {
            if (isSignedWith(candidate, signature)) {
                return payload(signature);
            }
        }
        throw new RefusedTokenException("the signature is wrong");
    }

    private JsonWebSignature parsed(String token) throws RefusedTokenException {
        if (!COMPACT.matcher(token).matches()) {
            throw new RefusedTokenException("it is not a signed JWT of three parts");
        }
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(constraints);
        try {
            signature.setCompactSerialization(token);
        } catch (JoseException | RuntimeException broken) {
            throw new RefusedTokenException("it cannot be read");
        }
        return signature;
    }

    private void checkHeader(JsonWebSignature signature) throws RefusedTokenException {
        if (!algorithm.name().equals(signature.getObjectHeader("alg"))) {
            throw new RefusedTokenException("it is not signed with " + algorithm);
        }
        if (signature.getObjectHeader("crit") != null) {
            throw new RefusedTokenException("its header asks for more than is known here");
        }
        if (!isToken(signature.getObjectHeader("typ")) || signature.getObjectHeader("cty") != null) {
            throw new RefusedTokenException("it is of another type");
        }
        Object id = signature.getObjectHeader("kid");
        if (id != null && !(id instanceof String)) {
            throw new RefusedTokenException("it cannot be read");
        }
    }

    private static boolean isToken(@Nullable Object type) {
        if (type == null) {
            return true;
        }
        return type instanceof String text
                && TYPES.contains(text.toLowerCase(Locale.ROOT).replaceFirst("^application/", ""));
    }

    private static boolean isSignedWith(VerificationKey candidate, JsonWebSignature signature) {
        signature.setKey(candidate.key());
        try {
            return signature.verifySignature();
        } catch (JoseException | RuntimeException wrong) {
            return false;
        }
    }

    private static Map<String, Object> payload(JsonWebSignature verified) throws RefusedTokenException {
        try {
            return FrozenJson.object(JsonUtil.parseJson(verified.getPayload()));
        } catch (JoseException | RuntimeException broken) {
            throw new RefusedTokenException("its claims cannot be read");
        }
    }
}
