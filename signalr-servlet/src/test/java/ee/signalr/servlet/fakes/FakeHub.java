// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.fakes;

import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.connection.ConnectionListener;
import ee.signalr.core.connection.EndpointHandler;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.security.SecurityRequirement;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Serves the connections of one endpoint and remembers what came. Thread-safe, as far as tests need it. */
public final class FakeHub implements EndpointHandler {

    /** What the hub does with a piece of text. */
    private volatile BiConsumer<TransportConnection, String> behaviour = (connection, text) -> {};

    private final List<TransportConnection> opened = new CopyOnWriteArrayList<>();
    private final List<byte[]> received = new CopyOnWriteArrayList<>();
    private final List<String> ends = new CopyOnWriteArrayList<>();
    private volatile boolean closesAtEnd = true;

    /** The endpoint of this hub at the given paths. */
    public ConnectionEndpoint at(Settings settings, String... paths) {
        return at(settings, SecurityRequirement.NONE, paths);
    }

    /** The endpoint of this hub, which asks something of its callers, at the given paths. */
    public ConnectionEndpoint at(Settings settings, SecurityRequirement requirement, String... paths) {
        return new ConnectionEndpoint("fake", Arrays.asList(paths), settings, List.of("json"), requirement, this);
    }

    /** The endpoint of a connection handler at the given paths. */
    public ConnectionEndpoint rawAt(Settings settings, String... paths) {
        return new ConnectionEndpoint("raw", Arrays.asList(paths), settings, List.of(), SecurityRequirement.NONE, this);
    }

    /** The hub sends back what it gets. */
    public FakeHub echoing() {
        return doing((connection, text) -> connection.send(OutboundMessage.ofText(text)));
    }

    public FakeHub doing(BiConsumer<TransportConnection, String> next) {
        behaviour = next;
        return this;
    }

    /** The hub takes its time to say goodbye. */
    public FakeHub lingering() {
        closesAtEnd = false;
        return this;
    }

    @Override
    public ConnectionListener open(TransportConnection connection) {
        opened.add(connection);
        return new ConnectionListener() {
            @Override
            public void received(byte[] bytes) {
                received.add(bytes);
                behaviour.accept(connection, new String(bytes, StandardCharsets.UTF_8));
            }

            @Override
            public void ended(@Nullable Throwable cause) {
                ends.add(cause == null ? "in order" : cause.getClass().getSimpleName());
                if (closesAtEnd) {
                    connection.close(CloseStatus.NORMAL);
                }
            }

            @Override
            public void tick(long now) {
                // Nothing is overdue.
            }
        };
    }

    /** The only connection. */
    public TransportConnection connection() {
        if (opened.size() != 1) {
            throw new AssertionError("Not one connection but " + opened.size());
        }
        return opened.get(0);
    }

    public List<TransportConnection> opened() {
        return opened;
    }

    /** All text that came. */
    public String text() {
        int size = received.stream().mapToInt(bytes -> bytes.length).sum();
        byte[] all = new byte[size];
        int position = 0;
        for (byte[] bytes : received) {
            System.arraycopy(bytes, 0, all, position, bytes.length);
            position += bytes.length;
        }
        return new String(all, StandardCharsets.UTF_8);
    }

    /** The pieces that came. */
    public List<byte[]> received() {
        return new ArrayList<>(received);
    }

    /** How connections ended. */
    public List<String> ends() {
        return ends;
    }

    /** Sends a text to the only connection. */
    public void send(String text) {
        connection().send(OutboundMessage.ofText(text));
    }
}
