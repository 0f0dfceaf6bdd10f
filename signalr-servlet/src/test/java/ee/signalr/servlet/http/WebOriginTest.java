// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebOriginTest {

    @ParameterizedTest
    @CsvSource({
        "http://example.org, http, example.org, 80",
        "HTTPS://Example.ORG, https, example.org, 443",
        "https://example.org:8443, https, example.org, 8443",
        "http://[2001:DB8::1]:9080, http, [2001:db8::1], 9080",
        "http://[::1], http, [::1], 80",
        "capacitor://localhost, capacitor, localhost, -1"
    })
    void shouldTakeAnOriginApart(String text, String scheme, String host, int port) {
        assertThat(WebOrigin.parse(text)).contains(new WebOrigin(scheme, host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "*",
                "example.org",
                "http://",
                "http://example.org/",
                "http://example.org/path",
                "http://example.org?x",
                "http://example.org#x",
                "http://user@example.org",
                "http://example.org:",
                "http://example.org:port",
                "http://example.org:123456",
                "http://example.org http://other.example",
                "http://example.org, http://other.example",
                "//example.org",
                "http://[::1",
                " http://example.org"
            })
    void shouldNotTakeAnythingElseForAnOrigin(String text) {
        assertThat(WebOrigin.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org, example.org",
        "https://example.org, example.org",
        "https://example.org, example.org:80",
        "https://example.org, example.org:443",
        "http://example.org, example.org:443",
        "http://example.org:443, example.org",
        "http://Example.org, EXAMPLE.ORG",
        "http://example.org:9080, example.org:9080",
        "http://127.0.0.1:9080, 127.0.0.1:9080",
        "http://[::1]:9080, [::1]:9080",
        "https://[::1], [::1]"
    })
    void shouldKnowTheServerByHostAndPort(String origin, String host) {
        assertThat(WebOrigin.parse(origin).orElseThrow().isServedBy(host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org, other.example",
        "http://example.org, www.example.org",
        "http://example.org.evil.example, example.org",
        "http://evilexample.org, example.org",
        "http://example.org:9080, example.org",
        "http://example.org, example.org:9080",
        "http://example.org:9081, example.org:9080",
        "http://localhost:9080, 127.0.0.1:9080",
        "http://[::1], [::2]",
        "capacitor://localhost, localhost",
        "file://localhost, localhost",
        "http://example.org, example.org:",
        "http://example.org, user@example.org",
        "http://example.org, 'example.org, other.example'"
    })
    void shouldTellOthersFromTheServer(String origin, String host) {
        assertThat(WebOrigin.parse(origin).orElseThrow().isServedBy(host)).isFalse();
    }
}
