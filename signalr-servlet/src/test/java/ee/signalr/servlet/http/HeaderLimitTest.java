// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.servlet.fakes.FakeRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderLimitTest {

    private static final String TOO_LARGE = "431 text/plain 0 ''";

    private static ServletFixture limited(int characters) {
        return ServletFixture.with(Settings.defaults().with(Options.MAXIMUM_REQUEST_HEADER_SIZE, characters));
    }

    static Stream<FakeRequest> requestsThatAreKept() {
        return Stream.of(
                FakeRequest.post("/hub/negotiate", ""),
                FakeRequest.get("/hub").upgrade(),
                FakeRequest.get("/hub?id=nope").eventStream(),
                FakeRequest.get("/hub?id=nope"));
    }

    @ParameterizedTest
    @MethodSource("requestsThatAreKept")
    void shouldRefuseHeadersThatAreTooLargeToKeep(FakeRequest request) {
        ServletFixture server = limited(1000);

        request.header("X-Large", "x".repeat(500)).header("X-Large", "x".repeat(500));

        assertThat(server.answer(request).summary()).isEqualTo(TOO_LARGE);
        assertThat(server.connections().size()).isZero();
    }

    @Test
    void shouldCountNamesAndValues() {
        ServletFixture server = limited(10);

        assertThat(server.answer(negotiate("X-Four", "1234")).status()).isEqualTo(200);
        assertThat(server.answer(negotiate("X-Four", "12345")).summary()).isEqualTo(TOO_LARGE);
    }

    @Test
    void shouldLetPassWhatOrdinaryClientsSend() {
        assertThat(ServletFixture.create()
                        .answer(negotiate("Cookie", "x".repeat(8_000)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void shouldNotCountWithoutALimit() {
        assertThat(limited(0).answer(negotiate("X-Large", "x".repeat(100_000))).status())
                .isEqualTo(200);
    }

    private static FakeRequest negotiate(String name, String value) {
        return FakeRequest.post("/hub/negotiate", "").header(name, value);
    }
}
