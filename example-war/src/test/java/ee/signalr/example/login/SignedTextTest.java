// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignedTextTest {

    private static final SignedText SIGNED = new SignedText();
    private static final String TOKEN = SIGNED.sign("{\"upn\":\"bob\"}");
    private static final String[] PARTS = TOKEN.split("\\.");

    @Test
    void shouldReadWhatItSigned() {
        assertThat(SIGNED.verify(TOKEN)).contains("{\"upn\":\"bob\"}");
    }

    @Test
    void shouldSayWithWhatItSigns() {
        assertThat(new String(Base64.getUrlDecoder().decode(PARTS[0]), StandardCharsets.UTF_8))
                .isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
    }

    @ParameterizedTest
    @MethodSource
    void shouldRefuseAnythingElse(String token) {
        assertThat(SIGNED.verify(token)).isEmpty();
    }

    static Stream<String> shouldRefuseAnythingElse() {
        String unsigned = encode("{\"alg\":\"none\"}");
        String symmetric = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        String other = encode("{\"upn\":\"alice\"}");
        return Stream.of(
                "",
                ".",
                "..",
                "...",
                PARTS[0] + "." + PARTS[1],
                PARTS[0] + "." + PARTS[1] + ".",
                PARTS[0] + "." + PARTS[1] + ".AAAA",
                PARTS[0] + "." + PARTS[1] + ".!",
                PARTS[0] + "." + other + "." + PARTS[2],
                unsigned + "." + PARTS[1] + ".",
                unsigned + "." + PARTS[1] + "." + PARTS[2],
                symmetric + "." + PARTS[1] + "." + PARTS[2],
                PARTS[0] + ".\u00e9." + PARTS[2],
                TOKEN + ".",
                TOKEN + "." + PARTS[2],
                " " + TOKEN,
                new SignedText().sign("{\"upn\":\"bob\"}"));
    }

    @Test
    void shouldNotLookAtLongTokens() {
        assertThat(SIGNED.verify(SIGNED.sign("x".repeat(SignedText.MAXIMUM_LENGTH))))
                .isEmpty();
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
