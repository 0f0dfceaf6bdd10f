// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.negotiate;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.TransportType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions and bodies, to the letter. */
class NegotiationTest {

    private static final List<TransportType> ALL = List.of(TransportType.values());

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "2,1", "2147483647,1", "' 1 ',1", "+1,1"})
    void shouldSpeakAtMostVersion1(String requested, int expected) {
        Negotiation negotiation = Negotiation.of(requested, 0);

        assertThat(negotiation.error()).isEmpty();
        assertThat(negotiation.version()).isEqualTo(expected);
    }

    @Test
    void shouldTakeNoVersionForVersion0() {
        assertThat(Negotiation.of(null, 0).version()).isZero();
        assertThat(Negotiation.of(null, 0).error()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "1.0", "2147483648", "1 2"})
    void shouldRefuseWhatIsNoInteger(String requested) {
        Negotiation negotiation = Negotiation.of(requested, 0);

        assertThat(negotiation.error()).contains("The client requested a non-integer protocol version.");
        assertThat(text(negotiation.refusal()))
                .isEqualTo("{\"error\":\"The client requested a non-integer protocol version.\"}");
    }

    @ParameterizedTest
    @CsvSource({"0,1", "-1,0", "-5,1"})
    void shouldRefuseVersionsBelowTheMinimum(String requested, int minimum) {
        assertThat(text(Negotiation.of(requested, minimum).refusal()))
                .isEqualTo("{\"error\":\"The client requested version '" + requested
                        + "', but the server does not support this version.\"}");
    }

    @Test
    void shouldRefuseNoVersionAsVersion0BelowTheMinimum() {
        assertThat(Negotiation.of(null, 1).error())
                .contains("The client requested version '0', but the server does not support this version.");
    }

    @Test
    void shouldAcceptTheMinimumItself() {
        assertThat(Negotiation.of("1", 1).error()).isEmpty();
    }

    @Test
    void shouldNameTokenAndTransportsInVersion1() {
        assertThat(text(Negotiation.of("1", 0).acceptance("theId", "theToken", ALL)))
                .isEqualTo("{\"negotiateVersion\":1,\"connectionId\":\"theId\",\"connectionToken\":\"theToken\","
                        + "\"availableTransports\":["
                        + "{\"transport\":\"WebSockets\",\"transferFormats\":[\"Text\",\"Binary\"]},"
                        + "{\"transport\":\"ServerSentEvents\",\"transferFormats\":[\"Text\"]},"
                        + "{\"transport\":\"LongPolling\",\"transferFormats\":[\"Text\",\"Binary\"]}]}");
    }

    @Test
    void shouldNameNoTokenInVersion0() {
        assertThat(text(Negotiation.of(null, 0).acceptance("theId", "theId", ALL)))
                .startsWith("{\"negotiateVersion\":0,\"connectionId\":\"theId\",\"availableTransports\":[")
                .doesNotContain("connectionToken");
    }

    @Test
    void shouldTellHowLongTheTokenLastsBetweenTokenAndTransports() {
        assertThat(text(Negotiation.of("1", 0).withTokenLifetime(300).acceptance("i", "t", List.of(), true)))
                .isEqualTo("{\"useStatefulReconnect\":true,\"negotiateVersion\":1,\"connectionId\":\"i\","
                        + "\"connectionToken\":\"t\",\"tokenLifetimeSeconds\":300,\"availableTransports\":[]}");
    }

    @Test
    void shouldNotTellHowLongTheTokenLastsInVersion0() {
        assertThat(text(Negotiation.of("0", 0).withTokenLifetime(300).acceptance("i", "i", ALL)))
                .doesNotContain("tokenLifetimeSeconds");
    }

    @Test
    void shouldOfferTransportsInTheClientsOrderWhateverTheirs() {
        String body = text(Negotiation.of("1", 0)
                .acceptance("i", "t", List.of(TransportType.LONG_POLLING, TransportType.SERVER_SENT_EVENTS)));

        assertThat(body)
                .endsWith("\"availableTransports\":["
                        + "{\"transport\":\"ServerSentEvents\",\"transferFormats\":[\"Text\"]},"
                        + "{\"transport\":\"LongPolling\",\"transferFormats\":[\"Text\",\"Binary\"]}]}");
    }

    @Test
    void shouldOfferNothingWhenNothingIsEnabled() {
        assertThat(text(Negotiation.of("1", 0).acceptance("i", "t", List.of())))
                .endsWith("\"availableTransports\":[]}");
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
