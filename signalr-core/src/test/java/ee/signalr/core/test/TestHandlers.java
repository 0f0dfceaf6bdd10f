// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import ee.signalr.ConnectionContext;
import ee.signalr.ConnectionHandler;
import ee.signalr.TransferFormat;
import ee.signalr.core.dispatch.ConnectionHandlerActivation;
import ee.signalr.core.dispatch.ConnectionHandlerActivator;
import ee.signalr.core.dispatch.ConnectionHandlerDefinition;
import ee.signalr.core.security.SecurityRequirement;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Gives one and the same connection handler for every callback, an echo unless told otherwise, and counts. Thread-safe. */
public final class TestHandlers implements ConnectionHandlerActivator {

    private final AtomicInteger inside = new AtomicInteger();
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private volatile ConnectionHandler handler = new Echo();
    private volatile @Nullable RuntimeException failure;

    /** Answers with what it gets. */
    public static final class Echo implements ConnectionHandler {

        @Override
        public CompletionStage<?> onReceived(ConnectionContext connection, byte[] bytes) {
            return connection.send(bytes);
        }
    }

    /** Gives this handler from now on. */
    public TestHandlers giving(ConnectionHandler other) {
        handler = other;
        return this;
    }

    /** Throws from now on when a handler is asked for. */
    public TestHandlers failing(RuntimeException with) {
        failure = with;
        return this;
    }

    /** A text handler named {@code echo} and a binary one named {@code bytes}. */
    public List<ConnectionHandlerDefinition> definitions() {
        return List.of(
                new ConnectionHandlerDefinition(
                        Echo.class, "echo", List.of("/echo"), TransferFormat.TEXT, SecurityRequirement.NONE),
                new ConnectionHandlerDefinition(
                        Echo.class, "bytes", List.of("/bytes"), TransferFormat.BINARY, SecurityRequirement.NONE));
    }

    @Override
    public ConnectionHandlerActivation activate(Class<?> handlerClass, ConnectionContext connection) {
        RuntimeException broken = failure;
        if (broken != null) {
            throw broken;
        }
        inside.incrementAndGet();
        return new ConnectionHandlerActivation() {
            @Override
            public ConnectionHandler handler() {
                return handler;
            }

            @Override
            public void leave() {
                inside.decrementAndGet();
            }
        };
    }

    @Override
    public void ended(ConnectionContext connection) {
        ended.add(connection.connectionId());
    }

    /** How many callbacks are in their synchronous part. */
    public int inside() {
        return inside.get();
    }

    /** The ids of the connections whose end it has been told. */
    public List<String> ended() {
        return List.copyOf(ended);
    }
}
