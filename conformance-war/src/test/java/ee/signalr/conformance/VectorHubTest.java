// SPDX-License-Identifier: Apache-2.0
package ee.signalr.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.HubException;
import ee.signalr.SingleClientProxy;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VectorHubTest {

    private final List<String> done = new ArrayList<>();
    private final SingleClientProxy caller = caller();
    private final VectorHub hub =
            new PlainHub(stub(HubCallerContext.class, null, "abort"), stub(HubCallerClients.class, caller, "caller"));

    @Test
    void shouldThrowWhatTheRecordingsTellOf() {
        assertThatThrownBy(hub::throwPlain)
                .hasMessage("secret detail")
                .extracting(failure -> failure.getClass().getSimpleName())
                .isEqualTo("InvalidOperationException");
        assertThatThrownBy(() -> hub.throwHub("told"))
                .isInstanceOf(HubException.class)
                .hasMessage("told");
    }

    @Test
    void shouldFailLater() {
        assertThatThrownBy(() -> hub.throwLater().toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InvalidOperationException.class)
                .hasRootCauseMessage("later");
    }

    @Test
    void shouldAnswerLater() {
        assertThat(hub.taskString("x").toCompletableFuture())
                .succeedsWithin(10, TimeUnit.SECONDS)
                .isEqualTo("x");
    }

    @Test
    void shouldCallTheCallerInOrder() {
        hub.sendToCaller("x");
        hub.sendThree();

        assertThat(done).containsExactly("receive[x]", "a[1]", "b[1, two]", "c[]");
    }

    @Test
    void shouldAbortTheCaller() {
        hub.abort();

        assertThat(done).containsExactly("abort");
    }

    /** A caller of whom it is written down what is sent to it. */
    private SingleClientProxy caller() {
        return (SingleClientProxy) Proxy.newProxyInstance(
                SingleClientProxy.class.getClassLoader(),
                new Class<?>[] {SingleClientProxy.class},
                (self, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("send");
                    done.add(arguments[0] + Arrays.toString((Object[]) arguments[1]));
                    return CompletableFuture.completedFuture(null);
                });
    }

    /** An object with one method that may be called; it is written down unless it gives something. */
    private <T> T stub(Class<T> type, Object given, String onlyMethod) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo(onlyMethod);
                    if (given == null) {
                        done.add(onlyMethod);
                    }
                    return given;
                }));
    }
}
