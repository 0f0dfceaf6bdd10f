// SPDX-License-Identifier: Apache-2.0
package ee.signalr.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import ee.signalr.jwt.JwtAuthenticatorFactory;
import ee.signalr.spi.TokenAuthenticator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Base64.Encoder;
import java.util.Map;
import java.util.Optional;

/** Tokens that nobody has signed: refused, and never anything else. */
class TokenFuzzTest {

    private static final Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String REST =
            ".eyJzdWIiOiJhbm4iLCJleHAiOjQxMDI0NDQ4MDB9." + BASE64.encodeToString(new byte[256]);
    private static final TokenAuthenticator AUTHENTICATOR = authenticator();

    @FuzzTest(maxDuration = "2m")
    void shouldRefuseAnyText(byte[] token) {
        assertThat(AUTHENTICATOR.authenticate(new String(token, StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @FuzzTest(maxDuration = "2m")
    void shouldRefuseAnyHeader(byte[] header) {
        assertThat(AUTHENTICATOR.authenticate(BASE64.encodeToString(header) + REST))
                .isEmpty();
    }

    private static TokenAuthenticator authenticator() {
        Map<String, String> properties = Map.of("mp.jwt.verify.publickey", publicKey());
        return new JwtAuthenticatorFactory()
                .create(name -> Optional.ofNullable(properties.get(name)))
                .orElseThrow();
    }

    private static String publicKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] key = generator.generateKeyPair().getPublic().getEncoded();
            return "-----BEGIN PUBLIC KEY-----" + Base64.getEncoder().encodeToString(key) + "-----END PUBLIC KEY-----";
        } catch (GeneralSecurityException broken) {
            throw new AssertionError(broken);
        }
    }
}
