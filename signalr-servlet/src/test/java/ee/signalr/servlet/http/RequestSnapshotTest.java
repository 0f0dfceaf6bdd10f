// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import ee.signalr.HttpRequestSnapshot;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.security.CallerIdentity;
import ee.signalr.servlet.fakes.FakeHub;
import ee.signalr.servlet.fakes.FakeRequest;
import ee.signalr.servlet.http.Caller.Standing;
import jakarta.servlet.RequestDispatcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestSnapshotTest {

    private static HttpRequestSnapshot of(FakeRequest request) {
        return of(request, Caller.ANONYMOUS);
    }

    private static HttpRequestSnapshot of(FakeRequest request, Caller caller) {
        ConnectionEndpoint endpoint = new FakeHub().at(Settings.defaults(), "/hub");
        return RequestSnapshot.of(
                new HubRequest(endpoint, request.servlet(), request.response().servlet(), caller));
    }

    @Test
    void shouldKeepPathAndQueryAsSent() {
        HttpRequestSnapshot snapshot = of(FakeRequest.get("/h%C3%BCb?a=%20b&a=c&d"));

        assertThat(snapshot.path()).isEqualTo("/app/h%C3%BCb");
        assertThat(snapshot.queryString()).contains("a=%20b&a=c&d");
        assertThat(snapshot.queryParameters()).containsExactly(entry("a", List.of(" b", "c")), entry("d", List.of("")));
        assertThat(snapshot.queryParameter("a")).contains(" b");
        assertThat(snapshot.queryParameter("A")).isEmpty();
    }

    @Test
    void shouldTellAnEmptyQueryFromNone() {
        assertThat(of(FakeRequest.get("/hub")).queryString()).isEmpty();
        assertThat(of(FakeRequest.get("/hub?")).queryString()).contains("");
    }

    @Test
    void shouldKeepHeadersWhoseNamesCompareIgnoringCase() {
        HttpRequestSnapshot snapshot = of(FakeRequest.get("/hub")
                .header("User-Agent", "test: 1.0; x")
                .header("Accept-Language", "de")
                .header("Accept-Language", "en"));

        assertThat(snapshot.header("user-AGENT")).contains("test: 1.0; x");
        assertThat(snapshot.headers()).containsEntry("ACCEPT-LANGUAGE", List.of("de", "en"));
        assertThat(snapshot.header("Accept-Language")).contains("de");
        assertThat(snapshot.header("Authorization")).isEmpty();
    }

    @Test
    void shouldNotKeepWhatOnlyTheUpgradeNeeds() {
        HttpRequestSnapshot snapshot = of(FakeRequest.get("/hub")
                .upgrade()
                .header("sec-websocket-extensions", "permessage-deflate")
                .header("Sec-WebSocket-Protocol", "a token, perhaps"));

        assertThat(snapshot.headers()).containsOnlyKeys("Sec-WebSocket-Protocol");
    }

    @Test
    void shouldTakeCookiesApart() {
        HttpRequestSnapshot snapshot =
                of(FakeRequest.get("/hub").header("Cookie", "a=1; b=x=y;c; =z").header("Cookie", "a=2; d="));

        assertThat(snapshot.cookies()).containsExactlyInAnyOrderEntriesOf(Map.of("a", "1", "b", "x=y", "d", ""));
    }

    @Test
    void shouldKeepAddresses() {
        HttpRequestSnapshot snapshot = of(FakeRequest.get("/hub"));

        assertThat(snapshot.remoteAddress()).isEqualTo("203.0.113.7");
        assertThat(snapshot.remotePort()).isEqualTo(40_000);
        assertThat(snapshot.localAddress()).isEqualTo("192.0.2.1");
        assertThat(snapshot.localPort()).isEqualTo(8080);
    }

    @Test
    void shouldHaveEmptyCollectionsForABareRequest() {
        HttpRequestSnapshot snapshot = of(FakeRequest.get("/hub"));

        assertThat(snapshot.headers()).isEmpty();
        assertThat(snapshot.cookies()).isEmpty();
        assertThat(snapshot.queryParameters()).isEmpty();
    }

    @Test
    void shouldKeepWhatTheClientHasSentWhenTheRequestWasForwarded() {
        HttpRequestSnapshot snapshot = of(FakeRequest.get("/hub")
                .attribute(RequestDispatcher.FORWARD_REQUEST_URI, "/app/HUB")
                .attribute(RequestDispatcher.FORWARD_QUERY_STRING, "id=x"));

        assertThat(snapshot.path()).isEqualTo("/app/HUB");
        assertThat(snapshot.queryString()).contains("id=x");
    }

    @Test
    void shouldNotLetLinesBeSmuggledIn() {
        HttpRequestSnapshot snapshot = of(FakeRequest.get("/hub").header("X-Test", "a\nCookie:b=c"));

        assertThat(snapshot.headers()).containsOnlyKeys("X-Test");
    }

    @Test
    void shouldNotLetItsCollectionsBeChanged() {
        HttpRequestSnapshot snapshot = of(FakeRequest.get("/hub").header("Cookie", "a=1"));

        assertThatThrownBy(() -> snapshot.headers().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> snapshot.cookies().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "access_token=secret, none",
                "a=b&access_token=secret, a=b",
                "ACCESS_TOKEN=secret&a=b&Access%5FToken=secret&c, a=b&c",
                "access_token, none",
                "access_tokens=b, access_tokens=b"
            })
    void shouldNotKeepTokensOfTheQuery(String query, String kept) {
        HttpRequestSnapshot snapshot = of(FakeRequest.get("/hub?" + query));

        assertThat(snapshot.queryString()).isEqualTo(Optional.ofNullable(kept));
        assertThat(snapshot.queryParameters().toString()).doesNotContain("secret");
    }

    @Test
    void shouldNotKeepATokenOfAHeaderThatHasBeenChecked() {
        CallerIdentity ann = CallerIdentity.of(() -> "ann", Set.of());
        HttpRequestSnapshot checked =
                of(FakeRequest.get("/hub").header("Authorization", "bEARER secret"), new Caller(ann, Standing.TOKEN));
        HttpRequestSnapshot ofTheServer = of(FakeRequest.get("/hub").bearer("x"), new Caller(ann, Standing.CONTAINER));
        HttpRequestSnapshot otherScheme =
                of(FakeRequest.get("/hub").header("Authorization", "Custom x"), new Caller(ann, Standing.TOKEN));

        assertThat(checked.headers()).isEmpty();
        assertThat(ofTheServer.header("Authorization")).contains("Bearer x");
        assertThat(otherScheme.header("Authorization")).contains("Custom x");
    }

    @Test
    void shouldNotShowTokensWhenPrinted() {
        HttpRequestSnapshot snapshot =
                of(FakeRequest.get("/hub?access_token=secret").bearer("secret"));

        assertThat(snapshot.toString()).contains("/app/hub").doesNotContain("secret");
    }
}
