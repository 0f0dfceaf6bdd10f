// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import ee.signalr.ConnectionContext;
import ee.signalr.ConnectionHandler;
import ee.signalr.Disconnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A connection handler that notes what it is told and does what the test wants; an echo at first. Thread-safe. */
public final class RecordingHandler implements ConnectionHandler {

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<ConnectionContext> connections = new CopyOnWriteArrayList<>();
    private volatile Function<ConnectionContext, CompletionStage<?>> whenConnected = connection -> DONE;
    private volatile BiFunction<ConnectionContext, byte[], CompletionStage<?>> whenReceived = ConnectionContext::send;
    private volatile Function<ConnectionContext, CompletionStage<?>> whenDisconnected = connection -> DONE;

    public void onConnected(Function<ConnectionContext, CompletionStage<?>> action) {
        whenConnected = action;
    }

    public void onReceived(BiFunction<ConnectionContext, String, CompletionStage<?>> action) {
        whenReceived = (connection, bytes) -> action.apply(connection, text(bytes));
    }

    public void onReceivedBytes(BiFunction<ConnectionContext, byte[], CompletionStage<?>> action) {
        whenReceived = action;
    }

    public void onDisconnected(Function<ConnectionContext, CompletionStage<?>> action) {
        whenDisconnected = action;
    }

    @Override
    public CompletionStage<?> onConnected(ConnectionContext connection) {
        connections.add(connection);
        note("connected");
        return whenConnected.apply(connection);
    }

    @Override
    public CompletionStage<?> onReceived(ConnectionContext connection, byte[] bytes) {
        note("received " + text(bytes));
        return whenReceived.apply(connection, bytes);
    }

    @Override
    public CompletionStage<?> onDisconnected(ConnectionContext connection, Disconnection disconnection) {
        note("disconnected "
                + disconnection
                        .cause()
                        .map(cause -> cause.getClass().getSimpleName() + ": " + cause.getMessage())
                        .orElse("in order"));
        return whenDisconnected.apply(connection);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public void note(String event) {
        events.add(event);
    }

    public List<String> events() {
        return List.copyOf(events);
    }

    /** The only connection so far. */
    public ConnectionContext connection() {
        if (connections.size() != 1) {
            throw new AssertionError("Not one connection but " + connections.size());
        }
        return connections.get(0);
    }
}
