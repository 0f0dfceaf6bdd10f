// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import ee.signalr.servlet.fakes.Fake;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** A WebSocket that takes everything, tells nothing, and allocates nothing while it does. */
final class SilentWebSocket implements RemoteEndpoint.Async {

    private static final Future<Void> DONE = CompletableFuture.completedFuture(null);

    private final Session session = Fake.of(Session.class)
            .on("getAsyncRemote", call -> this)
            .on("isOpen", call -> true)
            .make();

    Session session() {
        return session;
    }

    @Override
    public void sendText(String text, SendHandler handler) {
        // Taken.
    }

    @Override
    public void sendBinary(ByteBuffer data, SendHandler handler) {
        // Taken.
    }

    @Override
    public long getSendTimeout() {
        return 0;
    }

    @Override
    public void setSendTimeout(long milliseconds) {
        // There is none.
    }

    @Override
    public Future<Void> sendText(String text) {
        return DONE;
    }

    @Override
    public Future<Void> sendBinary(ByteBuffer data) {
        return DONE;
    }

    @Override
    public Future<Void> sendObject(Object data) {
        return DONE;
    }

    @Override
    public void sendObject(Object data, SendHandler handler) {
        // Taken.
    }

    @Override
    public void setBatchingAllowed(boolean allowed) {
        // Never.
    }

    @Override
    public boolean getBatchingAllowed() {
        return false;
    }

    @Override
    public void flushBatch() {
        // There is none.
    }

    @Override
    public void sendPing(ByteBuffer applicationData) {
        // Taken.
    }

    @Override
    public void sendPong(ByteBuffer applicationData) {
        // Taken.
    }
}
