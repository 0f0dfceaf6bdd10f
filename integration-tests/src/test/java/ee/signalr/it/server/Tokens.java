// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Signs tokens, good ones and others, with keys made for the run. Stateless but for the keys. */
public final class Tokens {

    public static final String ISSUER = "https://issuer.example.org";
    public static final String AUDIENCE = "hubs";

    private static final Map<String, Set<String>> ROLES =
            Map.of("alice", Set.of("user", "moderator"), "bob", Set.of("user"), "carol", Set.of());

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final KeyPair KEYS = keys();
    private static final KeyPair OTHER_KEYS = keys();

    private Tokens() {}

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The key by which tokens are verified, as PEM. */
    public static String publicKey() {
        String encoded = Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----" + encoded + "-----END PUBLIC KEY-----";
    }

    /** The key by which they are signed, for scripts that sign their own: PKCS #8, base64. */
    public static String privateKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded());
    }

    /** A good token, for a while. */
    public static String of(String user) {
        return of(user, 300);
    }

    /** A token that is good for so many seconds; or has not been for so many. */
    public static String of(String user, long seconds) {
        return signed(claims(user, seconds));
    }

    /** A token of a user with other roles than usual. */
    public static String of(String user, Set<String> roles) {
        return signed(claims(user, 300).add("groups", Json.createArrayBuilder(roles)));
    }

    /** The claims of a good token. */
    public static JsonObjectBuilder claims(String user, long seconds) {
        long now = Instant.now().getEpochSecond();
        return Json.createObjectBuilder()
                .add("iss", ISSUER)
                .add("aud", AUDIENCE)
                .add("sub", user)
                .add("upn", user)
                .add("iat", Math.min(now, now + seconds - 1))
                .add("exp", now + seconds)
                .add("groups", Json.createArrayBuilder(ROLES.getOrDefault(user, Set.of())));
    }

    public static String signed(JsonObjectBuilder claims) {
        return sign("{\"alg\":\"RS256\",\"typ\":\"JWT\"}", claims, KEYS);
    }

    /** Signed with a key that nobody trusts. */
    public static String forged(JsonObjectBuilder claims) {
        return sign("{\"alg\":\"RS256\",\"typ\":\"JWT\"}", claims, OTHER_KEYS);
    }

    /** Not signed at all. */
    public static String unsigned(JsonObjectBuilder claims) {
        return part("{\"alg\":\"none\"}") + "." + part(claims.build().toString()) + ".";
    }

    private static String sign(String header, JsonObjectBuilder claims, KeyPair keys) {
        String signed = part(header) + "." + part(claims.build().toString());
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String part(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
