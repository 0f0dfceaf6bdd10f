// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import ee.signalr.core.connection.ConnectionListener;
import ee.signalr.core.connection.EndpointHandler;
import ee.signalr.core.connection.TransportConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A handler of raw bytes that notes what it is told, and does what the test wants meanwhile. Thread-safe. */
public final class RecordingListener implements EndpointHandler, ConnectionListener {

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<Optional<Throwable>> ends = new CopyOnWriteArrayList<>();
    private final List<Long> ticks = new CopyOnWriteArrayList<>();
    private final List<TransportConnection> connections = new CopyOnWriteArrayList<>();

    private volatile Consumer<TransportConnection> whenOpened = connection -> {};
    private volatile Consumer<String> whenReceived = text -> {};
    private volatile Runnable whenEnded = () -> {};
    private volatile boolean joins = true;

    /** Wants each message to leave alone. */
    public RecordingListener separating() {
        joins = false;
        return this;
    }

    public RecordingListener whenOpened(Consumer<TransportConnection> action) {
        whenOpened = action;
        return this;
    }

    public RecordingListener whenReceived(Consumer<String> action) {
        whenReceived = action;
        return this;
    }

    public RecordingListener whenEnded(Runnable action) {
        whenEnded = action;
        return this;
    }

    @Override
    public ConnectionListener open(TransportConnection connection) {
        connections.add(connection);
        whenOpened.accept(connection);
        return this;
    }

    @Override
    public boolean joinsMessages() {
        return joins;
    }

    @Override
    public void received(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        received.add(text);
        whenReceived.accept(text);
    }

    @Override
    public void ended(@Nullable Throwable cause) {
        ends.add(Optional.ofNullable(cause));
        whenEnded.run();
    }

    @Override
    public void tick(long now) {
        ticks.add(now);
    }

    public List<String> received() {
        return List.copyOf(received);
    }

    /** The causes of the ends it has been told; at most one. */
    public List<Optional<Throwable>> ends() {
        return List.copyOf(ends);
    }

    public int ticks() {
        return ticks.size();
    }

    public List<TransportConnection> connections() {
        return List.copyOf(connections);
    }
}
