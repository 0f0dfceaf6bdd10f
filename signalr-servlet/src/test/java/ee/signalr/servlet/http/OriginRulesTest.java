// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.servlet.fakes.FakeRequest;
import ee.signalr.servlet.http.OriginRules.Verdict;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginRulesTest {

    private static final String HOST = "hub.example:9080";

    private static Verdict judge(Set<String> allowed, FakeRequest request) {
        return new OriginRules(allowed).judge(request.servlet());
    }

    private static FakeRequest request() {
        return FakeRequest.get("/hub").header("Host", HOST);
    }

    @ParameterizedTest
    @CsvSource({
        // listed, origin, verdict
        "'', http://hub.example:9080, SAME",
        "'', https://hub.example:9080, SAME",
        "'', http://hub.example, REFUSED",
        "'', http://app.example, REFUSED",
        "'', null, REFUSED",
        "'', '', REFUSED",
        "'', nonsense, REFUSED",
        "http://app.example, http://app.example, LISTED",
        "http://app.example, HTTP://App.Example, LISTED",
        "http://app.example, http://app.example:80, LISTED",
        "https://app.example:443, https://app.example, LISTED",
        "https://app.example, http://app.example, REFUSED",
        "http://app.example, http://app.example:8080, REFUSED",
        "http://app.example, http://app.example.evil.example, REFUSED",
        "http://app.example, http://sub.app.example, REFUSED",
        "http://app.example, null, REFUSED",
        "capacitor://localhost, capacitor://localhost, LISTED",
        "capacitor://localhost, ionic://localhost, REFUSED",
        "null, null, LISTED",
        "null, NULL, REFUSED",
        "null, http://app.example, REFUSED",
        "null, nonsense, REFUSED",
        "*, http://app.example, ANY",
        "*, null, ANY",
        "*, nonsense, ANY",
        "*, http://hub.example:9080, SAME"
    })
    void shouldDecideByOrigin(String listed, String origin, Verdict verdict) {
        Set<String> allowed = listed.isEmpty() ? Set.of() : Set.of(listed);

        assertThat(judge(allowed, request().origin(origin))).isEqualTo(verdict);
    }

    @Test
    void shouldPreferTheNameToTheAsterisk() {
        Set<String> both = Set.of("*", "http://app.example");

        assertThat(judge(both, request().origin("http://app.example"))).isEqualTo(Verdict.LISTED);
        assertThat(judge(both, request().origin("http://other.example"))).isEqualTo(Verdict.ANY);
    }

    @Test
    void shouldTakeSeveralOriginsForNone() {
        String own = "http://" + HOST;

        assertThat(judge(Set.of(), request().origin(own).origin(own))).isEqualTo(Verdict.REFUSED);
        assertThat(judge(Set.of(own), request().origin(own).origin("http://evil.example")))
                .isEqualTo(Verdict.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin, SAME",
        "none, SAME",
        "anything, SAME",
        "same-site, REFUSED",
        "cross-site, REFUSED",
        "Cross-Site, REFUSED"
    })
    void shouldRefuseWhatAPageOfAnotherOriginLoadsWithoutAsking(String site, Verdict verdict) {
        FakeRequest request = request().header("Sec-Fetch-Site", site);

        assertThat(judge(Set.of("*"), request)).isEqualTo(verdict);
    }

    @Test
    void shouldLetPassWhatNoBrowserSends() {
        assertThat(judge(Set.of(), request())).isEqualTo(Verdict.SAME);
    }

    @Test
    void shouldLetTheOriginCountWhereThereIsOne() {
        FakeRequest request = request().origin("http://app.example").header("Sec-Fetch-Site", "cross-site");

        assertThat(judge(Set.of("http://app.example"), request)).isEqualTo(Verdict.LISTED);
    }

    @Test
    void shouldGoByTheNameThatTheContainerKnowsWithoutAHostHeader() {
        assertThat(judge(Set.of(), FakeRequest.get("/hub").origin("http://localhost:8080")))
                .isEqualTo(Verdict.SAME);
        assertThat(judge(Set.of(), FakeRequest.get("/hub").origin("http://localhost:8081")))
                .isEqualTo(Verdict.REFUSED);
    }
}
