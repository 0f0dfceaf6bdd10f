// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A good token, to be spoiled; immutable. It says that it is ann's, until five minutes from {@link #NOW}. */
record TestToken(Map<String, Object> header, Map<String, Object> claims, Key key) {

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String ISSUER = "https://issuer.example";
    static final String AUDIENCE = "chat";
    static final Instant EXPIRY = NOW.plusSeconds(300);

    static TestToken good() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", AUDIENCE);
        claims.put("iat", NOW.getEpochSecond());
        claims.put("exp", EXPIRY.getEpochSecond());
        claims.put("sub", "4711");
        claims.put("upn", "ann");
        claims.put("groups", List.of("user", "moderator"));
        return new TestToken(Map.of("typ", "JWT", "kid", "one", "alg", "RS256"), claims, TestKeys.RSA.getPrivate());
    }

    TestToken with(String claim, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.put(claim, value);
        return new TestToken(header, changed, key);
    }

    TestToken at(String claim, Duration fromNow) {
        return with(claim, NOW.plus(fromNow).getEpochSecond());
    }

    TestToken without(String... names) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.keySet().removeAll(List.of(names));
        return new TestToken(header, changed, key);
    }

    TestToken header(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(header);
        changed.put(name, value);
        return new TestToken(changed, claims, key);
    }

    TestToken withoutHeader(String name) {
        Map<String, Object> changed = new LinkedHashMap<>(header);
        changed.remove(name);
        return new TestToken(changed, claims, key);
    }

    TestToken signed(String algorithm, Key other) {
        return new TestToken(header("alg", algorithm).header(), claims, other);
    }

    /** As it is sent. */
    String text() {
        return text(JsonUtil.toJson(claims));
    }

    /** As it is sent, with any payload. */
    String text(String payload) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        header.forEach(signature::setHeader);
        signature.setKnownCriticalHeaders("exp");
        signature.setPayload(payload);
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Signed, whatever the parts are. */
    static String unchecked(String header, String payload, String signature) {
        return TestKeys.base64(header).replace("=", "") + "."
                + TestKeys.base64(payload).replace("=", "") + "." + signature;
    }
}
