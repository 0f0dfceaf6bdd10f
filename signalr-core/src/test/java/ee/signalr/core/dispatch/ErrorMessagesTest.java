// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.HubException;
import ee.signalr.core.protocol.HubProtocolException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client may read. */
class ErrorMessagesTest {

    private final ErrorMessages reserved = new ErrorMessages(false);
    private final ErrorMessages detailed = new ErrorMessages(true);

    @Test
    void shouldKeepTextsOfTheApplicationToItself() {
        IllegalStateException secret = new IllegalStateException("secret");

        assertThat(reserved.invocationFailed("M", secret))
                .isEqualTo("An unexpected error occurred invoking 'M' on the server.");
        assertThat(reserved.bindingFailed("M", secret))
                .isEqualTo("Failed to invoke 'M' due to an error on the server.");
        assertThat(reserved.connectionFailed(secret)).isEqualTo("Connection closed with an error.");
        assertThat(reserved.handshakeFailed(secret))
                .isEqualTo("An unexpected error occurred during connection handshake.");
    }

    @Test
    void shouldTellEverythingInDetail() {
        IllegalStateException told = new IllegalStateException("told");

        assertThat(detailed.invocationFailed("M", told))
                .isEqualTo("An unexpected error occurred invoking 'M' on the server. IllegalStateException: told");
        assertThat(detailed.connectionFailed(told))
                .isEqualTo("Connection closed with an error. IllegalStateException: told");
    }

    @Test
    void shouldAlwaysTellHubExceptions() {
        assertThat(reserved.invocationFailed("M", new HubException("told")))
                .isEqualTo("An unexpected error occurred invoking 'M' on the server. HubException: told");
        assertThat(reserved.connectionFailed(new HubException("told", new IllegalStateException("not told"))))
                .isEqualTo("Connection closed with an error. HubException: told");
    }

    @Test
    void shouldNameProtocolFailuresAsTheReferenceDoes() {
        assertThat(detailed.connectionFailed(HubProtocolException.invalidData("bad")))
                .endsWith(" InvalidDataException: bad");
        assertThat(detailed.connectionFailed(HubProtocolException.canceled("gone")))
                .endsWith(" OperationCanceledException: gone");
        assertThat(detailed.handshakeFailed(HubProtocolException.unreadableJson("no")))
                .endsWith(" JsonReaderException: no");
        assertThat(reserved.connectionFailed(HubProtocolException.invalidData("bad")))
                .isEqualTo("Connection closed with an error.");
    }

    @Test
    void shouldNameExceptionsWithoutANameByTheirClass() {
        RuntimeException anonymous = new RuntimeException("x") {
            private static final long serialVersionUID = 1L;
        };

        assertThat(detailed.connectionFailed(anonymous)).contains("ErrorMessagesTest$1: x");
    }

    static Stream<Throwable> wrappers() {
        HubException inside = new HubException("inside");
        return Stream.of(
                inside,
                new CompletionException(inside),
                new ExecutionException(inside),
                new InvocationTargetException(inside),
                new UndeclaredThrowableException(inside),
                new CompletionException(new ExecutionException(new InvocationTargetException(inside))));
    }

    @ParameterizedTest
    @MethodSource("wrappers")
    void shouldUnwrapWhatFuturesAndReflectionWrap(Throwable wrapper) {
        assertThat(reserved.connectionFailed(wrapper))
                .isEqualTo("Connection closed with an error. HubException: inside");
        assertThat(ErrorMessages.unwrap(wrapper)).isInstanceOf(HubException.class);
    }

    @Test
    void shouldNotLookIntoWhatTheApplicationWraps() {
        RuntimeException own = new IllegalStateException("own", new HubException("inside"));

        assertThat(ErrorMessages.unwrap(own)).isSameAs(own);
        assertThat(reserved.connectionFailed(own)).isEqualTo("Connection closed with an error.");
    }

    @Test
    void shouldKeepAWrapperWithoutACause() {
        CompletionException empty = new CompletionException("empty", null);

        assertThat(ErrorMessages.unwrap(empty)).isSameAs(empty);
    }
}
