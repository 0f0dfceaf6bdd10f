// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.servlet.fakes.FakeRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BearerTokenTest {

    private static final String TOKEN = "head.body.signature";

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // header, query, token
                "none, none, none",
                "Bearer abc, none, abc",
                "bearer abc, none, abc",
                "BEARER   abc , none, abc",
                "none, access_token=abc, abc",
                "none, id=1&ACCESS_TOKEN=a%2Bb, a+b",
                "Bearer abc, access_token=other, abc",
                "'Bearer ', access_token=abc, abc",
                "Basic YTpi, none, none",
                "Basic YTpi, access_token=abc, abc",
                "Bearer, none, none",
                "Bearerabc, none, none",
                "none, access_token=, none",
                "none, token=abc, none"
            })
    void shouldFindTheToken(String header, String query, String token) {
        FakeRequest request = FakeRequest.get(query == null ? "/hub" : "/hub?" + query);
        if (header != null) {
            request.header("Authorization", header);
        }

        assertThat(BearerToken.of(request.servlet())).isEqualTo(Optional.ofNullable(token));
    }

    static Stream<Throwable> tellingFailures() {
        Throwable suppressing = new IllegalStateException("harmless");
        suppressing.addSuppressed(new IllegalStateException(TOKEN));
        return Stream.of(
                new IllegalArgumentException("cannot read " + TOKEN),
                new IllegalArgumentException("bad signature: 'signature'"),
                new IllegalStateException("wrapped", new IllegalArgumentException("payload body")),
                suppressing);
    }

    @ParameterizedTest
    @MethodSource("tellingFailures")
    void shouldLeaveOutTextsThatShowSomethingOfTheToken(Throwable failure) {
        Throwable told = BearerToken.withoutToken(TOKEN, failure);

        assertThat(told)
                .hasMessage(failure.getClass().getName() + ", its text left out")
                .hasNoCause()
                .hasNoSuppressedExceptions();
        assertThat(told.getStackTrace()).isEqualTo(failure.getStackTrace());
    }

    @Test
    void shouldLeaveOtherFailuresAsTheyAre() {
        Throwable failure = new IllegalStateException("no key", new IllegalStateException());

        assertThat(BearerToken.withoutToken(TOKEN, failure)).isSameAs(failure);
    }
}
