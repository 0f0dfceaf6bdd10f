// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.connection.StartResult;
import ee.signalr.core.connection.TransportConnection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client that comes back: numbers and keeps what it sends, drops what it gets twice, and does what the protocol asks for after a
 * cut, as the official clients do. For one thread.
 */
public final class ReturningClient {

    private static final String RECORD_SEPARATOR = "\u001e";
    private static final Pattern SEQUENCE_ID = Pattern.compile("\\{\"type\":([89]),\"sequenceId\":(-?\\d+)}");
    private static final Pattern COUNTED = Pattern.compile("\\{\"type\":[1-5],.*");

    private final TransportConnection connection;
    private final Runnable runServer;
    private final Deque<String> unconfirmed = new ArrayDeque<>();
    private final List<String> received = new ArrayList<>();
    private final List<Long> acks = new ArrayList<>();
    private final StringBuilder outgoing = new StringBuilder();

    private LossyTransport transport;
    private int read;
    private long confirmed;
    private long expected = 1;
    private long highest;
    private boolean awaitingSequence;

    ReturningClient(TransportConnection connection, Runnable runServer) {
        this.connection = connection;
        this.runServer = runServer;
        this.transport = new LossyTransport(connection);
        assertThat(connection.start(transport, Origins.anonymous())).isEqualTo(StartResult.STARTED);
    }

    public TransportConnection connection() {
        return connection;
    }

    public LossyTransport transport() {
        return transport;
    }

    /** Shakes hands in version 2. */
    public ReturningClient handshake() {
        return handshake(2);
    }

    public ReturningClient handshake(int version) {
        transport.open();
        transport.say("{\"protocol\":\"json\",\"version\":" + version + "}" + RECORD_SEPARATOR);
        runServer.run();
        assertThat(transport.delivered()).containsExactly("{}" + RECORD_SEPARATOR);
        read = 1;
        return this;
    }

    // ---- comes back

    /** The transport is cut; what is under way is lost. */
    public ReturningClient cut() {
        transport.vanish();
        runServer.run();
        return this;
    }

    /** Opens another transport, whether or not the old one has been cut; nothing is said on it yet. */
    public StartResult reopen() {
        return reopen(new LossyTransport(connection));
    }

    public StartResult reopen(LossyTransport next) {
        read();
        StartResult result = connection.start(next, Origins.anonymous());
        if (result == StartResult.RESUMED) {
            transport = next;
            read = 0;
            awaitingSequence = true;
            outgoing.setLength(0);
        }
        return result;
    }

    /** Comes back and says what the server may not have got. */
    public ReturningClient comeBack() {
        return comeBack(new LossyTransport(connection));
    }

    public ReturningClient comeBack(LossyTransport next) {
        assertThat(reopen(next)).isEqualTo(StartResult.RESUMED);
        next.open();
        write(sequenceMessage(confirmed + 1));
        unconfirmed.forEach(this::write);
        return this;
    }

    // ---- says

    /** Sends a message that is counted; it is on its way on return. */
    public ReturningClient send(String message) {
        unconfirmed.add(message);
        write(message);
        return this;
    }

    /** Sends a message that is not counted; it is on its way on return. */
    public ReturningClient write(String message) {
        outgoing.append(message).append(RECORD_SEPARATOR);
        return this;
    }

    /** Some of what is on its way reaches the server, if there is that much. */
    public void arrive(int characters) {
        int length = Math.min(characters, outgoing.length());
        if (length > 0) {
            String chunk = outgoing.substring(0, length);
            outgoing.delete(0, length);
            transport.say(chunk);
            runServer.run();
        }
    }

    /** All that is on its way reaches the server. */
    public ReturningClient arriveAll() {
        arrive(outgoing.length());
        return this;
    }

    /** Confirms what has come. */
    public ReturningClient acknowledge() {
        read();
        return write(ackMessage(highest));
    }

    public static String ackMessage(long number) {
        return "{\"type\":8,\"sequenceId\":" + number + "}";
    }

    public static String sequenceMessage(long number) {
        return "{\"type\":9,\"sequenceId\":" + number + "}";
    }

    // ---- hears

    /** The counted messages that have come so far, each once. */
    public List<String> received() {
        read();
        return List.copyOf(received);
    }

    /** The numbers up to which the server has confirmed, one for each Ack. */
    public List<Long> acks() {
        read();
        return List.copyOf(acks);
    }

    /** All messages on the present transport, as they came. */
    public List<String> heard() {
        return transport.delivered().stream()
                .flatMap(frame -> Arrays.stream(frame.split(RECORD_SEPARATOR)))
                .toList();
    }

    private void read() {
        List<String> heard = heard();
        heard.subList(read, heard.size()).forEach(this::handle);
        read = heard.size();
    }

    private void handle(String message) {
        Matcher numbered = SEQUENCE_ID.matcher(message);
        if (numbered.matches()) {
            handle(numbered.group(1).equals("9"), Long.parseLong(numbered.group(2)));
        } else if (!awaitingSequence && COUNTED.matcher(message).matches()) {
            long number = expected++;
            if (number > highest) {
                highest = number;
                received.add(message);
            }
        }
    }

    private void handle(boolean sequence, long number) {
        if (sequence) {
            assertThat(number).isLessThanOrEqualTo(expected);
            expected = number;
            awaitingSequence = false;
        } else if (!awaitingSequence) {
            acks.add(number);
            for (; confirmed < number; confirmed++) {
                unconfirmed.remove();
            }
        }
    }
}
