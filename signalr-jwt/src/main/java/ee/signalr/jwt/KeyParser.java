// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads keys in every form of MicroProfile JWT: PEM, JWK, JWKS, and the latter two in Base64. Private and secret keys are refused. No
 * text of an exception shows any of a key. Immutable.
 *
 * @param algorithm for which the keys are
 */
record KeyParser(SignatureAlgorithm algorithm) {

    private static final int MAX_KEYS = 100;
    private static final String PEM = "-----BEGIN ";
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    /**
     * Reads a text with one key or several.
     *
     * @throws IllegalArgumentException when it has none that fits, with the end of a sentence that tells why
     */
    KeySet parse(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith(PEM)) {
            return pem(trimmed);
        }
        return json(trimmed.startsWith("{") ? trimmed : decoded(trimmed));
    }

    private KeySet pem(String text) {
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new IllegalArgumentException("is PEM, but not of one public key");
        }
        String body = text.substring(BEGIN.length(), text.length() - END.length());
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(body);
            PublicKey key =
                    KeyFactory.getInstance(algorithm.family().name()).generatePublic(new X509EncodedKeySpec(encoded));
            return fitting(key);
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw doesNotFit();
        }
    }

    private KeySet fitting(PublicKey key) {
        if (!algorithm.accepts(key)) {
            throw doesNotFit();
        }
        return new KeySet(List.of(new VerificationKey(null, key)));
    }

    private KeySet json(String text) {
        Map<String, Object> object = object(text);
        List<?> entries = object.get("keys") instanceof List<?> list ? list : List.of(object);
        if (entries.size() > MAX_KEYS) {
            throw new IllegalArgumentException("has more than " + MAX_KEYS + " keys");
        }
        List<VerificationKey> keys = new ArrayList<>();
        for (Object entry : entries) {
            if (entry instanceof Map<?, ?> members) {
                key(members).ifPresent(keys::add);
            }
        }
        if (keys.isEmpty()) {
            throw doesNotFit();
        }
        return new KeySet(keys);
    }

    private static Map<String, Object> object(String text) {
        try {
            return JsonUtil.parseJson(text);
        } catch (JoseException broken) {
            throw new IllegalArgumentException("is neither PEM nor JSON of a key or a set of keys");
        }
    }

    /** The key of a JWK; empty when it is for something else. */
    private Optional<VerificationKey> key(Map<?, ?> members) {
        if (members.containsKey("d") || "oct".equals(members.get("kty"))) {
            throw new IllegalArgumentException("holds a private or secret key, where only public ones belong");
        }
        return isForUs(members) ? publicKey(members) : Optional.empty();
    }

    private boolean isForUs(Map<?, ?> members) {
        return algorithm.family().name().equals(members.get("kty"))
                && isAbsentOr("sig", members.get("use"))
                && isAbsentOr(algorithm.name(), members.get("alg"))
                && (!(members.get("key_ops") instanceof List<?> uses) || uses.contains("verify"));
    }

    private static boolean isAbsentOr(String expected, @Nullable Object value) {
        return value == null || expected.equals(value);
    }

    /** Certificates beside the key say nothing that is asked here; they are left out, so that nobody has to read them. */
    private Optional<VerificationKey> publicKey(Map<?, ?> members) {
        Map<String, Object> bare = new HashMap<>();
        for (String name : List.of("kty", "n", "e", "crv", "x", "y")) {
            Object value = members.get(name);
            if (value != null) {
                bare.put(name, value);
            }
        }
        try {
            PublicKey key = PublicJsonWebKey.Factory.newPublicJwk(bare).getPublicKey();
            String id = members.get("kid") instanceof String text ? text : null;
            return algorithm.accepts(key) ? Optional.of(new VerificationKey(id, key)) : Optional.empty();
        } catch (JoseException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        String base64 = text.replaceAll("\\s", "").replace('+', '-').replace('/', '_');
        try {
            return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException("is neither PEM nor JSON nor Base64");
        }
    }

    private IllegalArgumentException doesNotFit() {
        return new IllegalArgumentException("has no public key for " + algorithm + ", which needs " + algorithm.need());
    }
}
