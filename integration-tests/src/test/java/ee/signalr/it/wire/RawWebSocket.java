// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A WebSocket client that shows and sends single frames. One reader and one writer at a time. */
public final class RawWebSocket implements AutoCloseable {

    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private static final int NO_CLOSE_FRAME = 1006;
    private static final int NO_STATUS = 1005;
    private static final List<String> UPGRADE =
            List.of("Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==");

    private final Wire wire;
    private final HttpReply reply;
    private final ByteArrayOutputStream fragments = new ByteArrayOutputStream();
    private boolean binary;
    private boolean answersClose = true;

    private RawWebSocket(Wire wire, HttpReply reply) {
        this.wire = wire;
        this.reply = reply;
    }

    /** Opens a WebSocket, or throws {@link UpgradeRefusedException}. */
    public static RawWebSocket open(int port, String target, String... headers) {
        return open(new Wire(port, 0), port, target, headers);
    }

    /** Opens a WebSocket that has a small receive buffer, for a reader that is going to stall. */
    public static RawWebSocket openNarrow(int port, String target) {
        return open(new Wire(port, 2048), port, target);
    }

    private static RawWebSocket open(Wire wire, int port, String target, String... headers) {
        try {
            StringBuilder head = new StringBuilder(
                    "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: Upgrade\r\n");
            UPGRADE.forEach(header -> head.append(header).append("\r\n"));
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            wire.write(Wire.ascii(head + "\r\n"));
            HttpReply reply = HttpCall.on(wire).head();
            if (reply.code() != 101) {
                HttpReply whole = HttpCall.on(wire).body(reply);
                wire.close();
                throw new UpgradeRefusedException(whole);
            }
            return new RawWebSocket(wire, reply);
        } catch (IOException broken) {
            wire.close();
            throw new UncheckedIOException(broken);
        }
    }

    /** The answer to the upgrade. */
    public HttpReply reply() {
        return reply;
    }

    /** Sends a text message in one frame. */
    public void text(String text) {
        frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends text messages, one frame each, in one write. */
    public void texts(List<String> messages) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (String message : messages) {
            frames.writeBytes(Frames.masked(TEXT, true, message.getBytes(StandardCharsets.UTF_8)));
        }
        write(frames.toByteArray());
    }

    /** Sends a binary message in one frame. */
    public void binary(byte[] bytes) {
        frame(BINARY, true, bytes);
    }

    /** Sends a text message in two frames that meet at a byte. */
    public void textInTwo(byte[] message, int cut) {
        frame(TEXT, false, Arrays.copyOf(message, cut));
        frame(CONTINUATION, true, Arrays.copyOfRange(message, cut, message.length));
    }

    /** Sends a close frame; the end is to be read. */
    public void close(int code) {
        frame(CLOSE, true, ByteBuffer.allocate(2).putShort((short) code).array());
    }

    /** From now on a close frame that comes is not answered, and the connection is not ended. */
    public void leaveCloseUnanswered() {
        answersClose = false;
    }

    private void frame(int opcode, boolean last, byte[] payload) {
        write(Frames.masked(opcode, last, payload));
    }

    /** Sends bytes that need not be a whole frame. */
    public void write(byte[] bytes) {
        try {
            wire.write(bytes);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** The next message or the end, or empty when neither comes in time. Pings are answered. */
    public Optional<Incoming> next(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                Optional<Integer> first = wire.read(Duration.ofNanos(deadline - System.nanoTime()));
                if (first.isEmpty()) {
                    return Optional.empty();
                }
                Optional<Incoming> incoming = first.get() < 0 ? Optional.of(vanished()) : frame(first.get());
                if (incoming.isPresent()) {
                    return incoming;
                }
            }
        } catch (IOException broken) {
            return Optional.of(new Incoming.Closed(NO_CLOSE_FRAME, broken.toString()));
        }
    }

    /** Reads past all messages that are left, pings of the hub included; answers the close code, which has to come in time. */
    public int end(Duration patience) {
        return endWithin(patience).orElseThrow();
    }

    /** Reads past all messages that are left, pings of the hub included; answers the close code if the end comes in time. */
    public OptionalInt endWithin(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<Incoming> last = next(patience);
        while (last.isPresent()) {
            if (last.get() instanceof Incoming.Closed closed) {
                return OptionalInt.of(closed.code());
            }
            last = next(Duration.ofNanos(deadline - System.nanoTime()));
        }
        return OptionalInt.empty();
    }

    private static Incoming vanished() {
        return new Incoming.Closed(NO_CLOSE_FRAME, "");
    }

    private Optional<Incoming> frame(int first) throws IOException {
        int opcode = first & 0x0f;
        byte[] payload = wire.read(length());
        switch (opcode) {
            case PING -> frame(PONG, true, payload);
            case PONG -> {}
            case CLOSE -> {
                return Optional.of(closed(payload));
            }
            case TEXT, BINARY, CONTINUATION -> {
                return data(opcode, payload, (first & 0x80) != 0);
            }
            default -> throw new IOException("A frame with opcode " + opcode);
        }
        return Optional.empty();
    }

    private int length() throws IOException {
        int length = wire.read();
        if (length == 126) {
            return ByteBuffer.wrap(wire.read(2)).getShort() & 0xffff;
        }
        return length == 127 ? Math.toIntExact(ByteBuffer.wrap(wire.read(8)).getLong()) : length;
    }

    private Optional<Incoming> data(int opcode, byte[] payload, boolean last) {
        if (opcode != CONTINUATION) {
            binary = opcode == BINARY;
        }
        fragments.writeBytes(payload);
        if (!last) {
            return Optional.empty();
        }
        byte[] whole = fragments.toByteArray();
        fragments.reset();
        return Optional.of(new Incoming.Message(binary, whole));
    }

    private Incoming closed(byte[] payload) {
        if (answersClose) {
            answerClose(payload);
        }
        if (payload.length < 2) {
            return new Incoming.Closed(NO_STATUS, "");
        }
        int code = ByteBuffer.wrap(payload).getShort() & 0xffff;
        return new Incoming.Closed(code, new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8));
    }

    /** Answers the close frame, as every client does, and ends. */
    private void answerClose(byte[] payload) {
        try {
            wire.write(Frames.masked(CLOSE, true, payload));
        } catch (IOException serverIsGone) {
            // it may end the connection without waiting for the answer to the close that it began
            fragments.reset();
        }
        wire.close();
    }

    /** Ends with a TCP reset: no close frame, no farewell. */
    public void vanish() {
        wire.reset();
    }

    /** Ends without a close frame. */
    @Override
    public void close() {
        wire.close();
    }
}
