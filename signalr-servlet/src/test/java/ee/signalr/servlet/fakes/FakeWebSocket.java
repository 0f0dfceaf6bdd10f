// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.fakes;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket from the server's side: opens the endpoint that it was upgraded to, keeps what is sent, and reports the outcome of a
 * send at once or when the test says so. For one thread at a time.
 */
public final class FakeWebSocket {

    /** When and how sends end. */
    public enum Sending {
        AT_ONCE,
        LATER,
        REFUSED
    }

    private final Map<Class<?>, MessageHandler.Partial<?>> handlers = new HashMap<>();
    private final List<String> sent = new ArrayList<>();
    private final List<String> closes = new ArrayList<>();
    private final Map<String, Object> settings = new HashMap<>();
    private Sending sending = Sending.AT_ONCE;
    private Runnable whileSending = () -> {};
    private boolean gone;
    private @Nullable SendHandler pending;
    private @Nullable IOException closeFailure;
    private @Nullable Endpoint endpoint;

    private final RemoteEndpoint.Async remote = Fake.of(RemoteEndpoint.Async.class)
            .on("sendText", call -> send("text " + call[0], (SendHandler) call[1]))
            .on("sendBinary", call -> send("binary " + text((ByteBuffer) call[0]), (SendHandler) call[1]))
            .make();

    private final RemoteEndpoint.Basic waiting = Fake.of(RemoteEndpoint.Basic.class)
            .on("sendText", call -> sendAndWait("waiting text " + call[0]))
            .on("sendBinary", call -> sendAndWait("waiting binary " + text((ByteBuffer) call[0])))
            .make();

    private final Session session = Fake.of(Session.class)
            .on("getAsyncRemote", call -> remote)
            .on("getBasicRemote", call -> waiting())
            .on("isOpen", call -> closes.isEmpty() && !gone)
            .on("addMessageHandler", call -> handlers.put((Class<?>) call[0], (MessageHandler.Partial<?>) call[1]))
            .on("setMaxIdleTimeout", call -> settings.put("idle", call[0]))
            .on("setMaxTextMessageBufferSize", call -> settings.put("text", call[0]))
            .on("setMaxBinaryMessageBufferSize", call -> settings.put("binary", call[0]))
            .on("close", call -> close((CloseReason) call[0]))
            .make();

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    private @Nullable Object send(String frame, SendHandler handler) {
        if (pending != null) {
            throw new AssertionError("Two sends at a time");
        }
        if (sending == Sending.REFUSED) {
            throw new IllegalStateException("closed");
        }
        sent.add(frame);
        if (sending == Sending.AT_ONCE) {
            handler.onResult(new SendResult());
        } else {
            pending = handler;
        }
        return null;
    }

    private RemoteEndpoint.Basic waiting() {
        if (gone) {
            throw new IllegalStateException("closed");
        }
        return waiting;
    }

    /** The client has left, and the server has not told so yet. */
    public FakeWebSocket gone() {
        gone = true;
        return this;
    }

    private @Nullable Object sendAndWait(String frame) throws IOException {
        if (pending != null) {
            throw new AssertionError("Two sends at a time");
        }
        if (sending == Sending.REFUSED) {
            throw new IOException("reset by peer");
        }
        sent.add(frame);
        whileSending.run();
        return null;
    }

    /** What happens while a send is waited for. */
    public FakeWebSocket whileSending(Runnable action) {
        whileSending = action;
        return this;
    }

    private @Nullable Object close(CloseReason reason) throws IOException {
        closes.add(reason.getCloseCode().getCode() + " '" + reason.getReasonPhrase() + "'");
        if (closeFailure != null) {
            throw closeFailure;
        }
        return null;
    }

    /** The server has upgraded the request. */
    public FakeWebSocket open(ServerEndpointConfig config) {
        try {
            endpoint = config.getConfigurator().getEndpointInstance(Endpoint.class);
        } catch (InstantiationException unexpected) {
            throw new AssertionError(unexpected);
        }
        return open(endpoint, config);
    }

    private FakeWebSocket open(Endpoint opened, ServerEndpointConfig config) {
        opened.onOpen(session, config);
        return this;
    }

    public FakeWebSocket sending(Sending next) {
        sending = next;
        return this;
    }

    /** The send that is under way has succeeded. */
    public void succeed() {
        take().onResult(new SendResult());
    }

    /** The send that is under way has failed. */
    public void fail(Throwable cause) {
        take().onResult(new SendResult(cause));
    }

    private SendHandler take() {
        SendHandler handler = pending;
        pending = null;
        if (handler == null) {
            throw new AssertionError("No send is under way");
        }
        return handler;
    }

    public FakeWebSocket failingToClose() {
        closeFailure = new IOException("gone");
        return this;
    }

    /** A part of a text message arrives. */
    @SuppressWarnings("unchecked") // registered for that class
    public void text(String part, boolean last) {
        ((MessageHandler.Partial<String>) handler(String.class)).onMessage(part, last);
    }

    /** A part of a binary message arrives. */
    @SuppressWarnings("unchecked") // registered for that class
    public void binary(ByteBuffer part, boolean last) {
        ((MessageHandler.Partial<ByteBuffer>) handler(ByteBuffer.class)).onMessage(part, last);
    }

    private MessageHandler.Partial<?> handler(Class<?> type) {
        MessageHandler.Partial<?> handler = handlers.get(type);
        if (handler == null) {
            throw new AssertionError("No handler of " + type);
        }
        return handler;
    }

    /** The WebSocket is closed, by whomever. */
    public void closed(int code) {
        if (endpoint != null) {
            endpoint.onClose(session, new CloseReason(CloseReason.CloseCodes.getCloseCode(code), ""));
        }
    }

    /** The server reports an error. */
    public void error(Throwable failure) {
        if (endpoint != null) {
            endpoint.onError(session, failure);
        }
    }

    /** The frames that have been sent: their kind, a blank, their text. */
    public List<String> sent() {
        return sent;
    }

    /** With which codes and reasons the product has closed. */
    public List<String> closes() {
        return closes;
    }

    /** What the product has set on the session. */
    public Map<String, Object> settings() {
        return settings;
    }
}
