// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.login;

import jakarta.enterprise.context.Dependent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;

/**
 * Signs texts as JSON Web Signatures, with a key that is made at the start and leaves this object never: what was signed before a
 * restart is worth nothing after it. There is one algorithm; what a token says about that is compared, not followed. Thread-safe.
 */
@Dependent
final class SignedText {

    /** {@code {"alg":"RS256","typ":"JWT"}}, as it stands at the beginning of every token. */
    static final String HEADER = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));

    /** In characters: longer tokens are not looked at. */
    static final int MAXIMUM_LENGTH = 4096;

    private static final String ALGORITHM = "SHA256withRSA";
    private static final int KEY_BITS = 2048;
    private static final int PARTS = 3;

    private final KeyPair key;

    SignedText() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            key = generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JDK has RSA", missing);
        }
    }

    /** The signed form of a text: header, text and signature, with dots between them. */
    String sign(String text) {
        String content = HEADER + "." + encode(text.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encode(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot sign", impossible);
        }
    }

    /** The text, if this object signed it; empty for anything else. */
    Optional<String> verify(String token) {
        String[] parts = token.length() > MAXIMUM_LENGTH ? new String[0] : token.split("\\.", -1);
        if (parts.length != PARTS || !HEADER.equals(parts[0])) {
            return Optional.empty();
        }
        try {
            byte[] given = Base64.getUrlDecoder().decode(parts[2]);
            return isSigned(parts[0] + "." + parts[1], given)
                    ? Optional.of(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private boolean isSigned(String content, byte[] given) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key.getPublic());
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return signature.verify(given);
        } catch (GeneralSecurityException malformed) {
            return false; // for example a signature of another length
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
