// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every recorded answer: with the dialogue that checks it, or with the reason why nothing does. Stateless. */
final class SampleTable {

    private static final String HOST = "CORS and redirects belong to the application and its server, not to the hub";
    private static final String OTHER_ENDPOINT = "an endpoint of that application's own";
    private static final String AUTHORIZATION = "authorization of hubs is a matter of its own";
    private static final String RECONNECT = "StatefulReconnectIT checks it";
    private static final String TOKEN = "what a method sends when its token fires may come behind the completion";
    private static final String UNCREATABLE = "the text is that of the application's own dependency injection";
    private static final String RAW = "RawConnectionIT checks it";

    private SampleTable() {}

    static List<SampleRow> rows() {
        List<SampleRow> rows = new ArrayList<>();
        rows.addAll(http());
        rows.addAll(transports());
        rows.addAll(webSockets());
        rows.addAll(later());
        return rows;
    }

    private static List<SampleRow> http() {
        return join(List.of(
                unchecked(HOST, "OPTIONS preflight"),
                checked(
                        Dialogue.NEGOTIATE,
                        "POST negotiate v1 with Origin",
                        "POST negotiate without version",
                        "POST negotiate v0",
                        "POST negotiate v2",
                        "POST negotiate version=abc",
                        "POST negotiate useStatefulReconnect on a hub that does not allow it",
                        "POST negotiate below MinimumProtocolVersion",
                        "GET negotiate",
                        "POST negotiate nowebsockets"),
                unchecked(AUTHORIZATION, "POST negotiate authorizedhub, no token"),
                unchecked(HOST, "POST /redirect/negotiate", "POST /echoredirect/negotiate"),
                unchecked(OTHER_ENDPOINT, "POST /bad-negotiate/negotiate", "GET /clientresult/unknown"),
                checked(
                        Dialogue.REFUSALS,
                        "GET hub without id",
                        "GET hub without id, Accept: text/event-stream",
                        "GET hub bad id",
                        "GET hub bad id SSE",
                        "POST hub without id",
                        "POST hub bad id",
                        "DELETE hub without id",
                        "DELETE hub bad id",
                        "PUT hub",
                        "POST before any transport started",
                        "DELETE before any transport started",
                        "connectionId used as id")));
    }

    private static List<SampleRow> transports() {
        return join(List.of(
                checked(
                        Dialogue.LONG_POLLING,
                        "LP first poll",
                        "LP POST handshake",
                        "LP poll -> handshake response",
                        "LP POST empty body",
                        "LP POST invocation Echo",
                        "LP poll -> completion",
                        "LP poll -> assorted results (batched)",
                        "LP earlier poll when a second poll arrives",
                        "LP DELETE",
                        "LP pending poll at DELETE",
                        "LP second DELETE",
                        "LP POST after DELETE",
                        "LP GET after DELETE"),
                checked(
                        Dialogue.EVENTS,
                        "SSE POST handshake",
                        "SSE second GET on the same id (SSE)",
                        "SSE id polled as LP",
                        "SSE DELETE",
                        "SSE stream"),
                checked(
                        Dialogue.OF_A_WEB_SOCKET,
                        "POST to a WebSocket connection",
                        "DELETE of a WebSocket connection",
                        "LP GET of a WebSocket connection")));
    }

    private static List<SampleRow> webSockets() {
        return join(List.of(
                checked(
                        Dialogue.WEB_SOCKET,
                        "WS no id (skipNegotiation), Echo, client close 1000",
                        "WS bad id",
                        "WS on nowebsockets hub, no id",
                        "WS handshake unknown protocol",
                        "WS handshake version 99",
                        "WS handshake version 2",
                        "WS handshake version 0",
                        "WS handshake garbage",
                        "WS handshake missing version",
                        "WS first message is an invocation",
                        "WS handshake and invocation in one frame",
                        "WS message without record separator, completed later",
                        "WS invalid JSON after handshake",
                        "WS unknown message type 77",
                        "WS missing type",
                        "WS ping and close message from client",
                        "WS message over 32 KiB",
                        "WS message just under 32 KiB",
                        "WS stream item for an unknown stream",
                        "second WebSocket on the same id",
                        "WS two parallel invocations: slow (StreamingConcat never completed) then Echo",
                        "WS upload stream error",
                        "WS upload item of the wrong type",
                        "WS missing streamIds",
                        "WS duplicate invocation id of a stream"),
                unchecked(TOKEN, "WS stream cancel"),
                unchecked(UNCREATABLE, "WS uncreatable hub"),
                unchecked(RAW, "WS raw echo, text")));
    }

    private static List<SampleRow> later() {
        return join(List.of(
                unchecked(
                        RECONNECT,
                        "POST negotiate useStatefulReconnect where allowed",
                        "stateful reconnect (version 2)"),
                checked(
                        Dialogue.MESSAGE_PACK,
                        "MessagePack: Echo",
                        "MessagePack: SendComplexObject",
                        "MessagePack: EchoComplexObject",
                        "MessagePack: Stream",
                        "MessagePack: ThrowException",
                        "MessagePack: InvokeWithString",
                        "MessagePack: SendCustomObject",
                        "MessagePack: GetHeader missing -> null",
                        "MessagePack: wrong argument count",
                        "MessagePack: wrong argument type",
                        "MessagePack: upload",
                        "MessagePack: close from the client",
                        "MessagePack: ping",
                        "MessagePack: garbage"),
                checked(Dialogue.MESSAGE_PACK_HTTP, "LP MessagePack handshake response", "SSE MessagePack handshake")));
    }

    private static List<SampleRow> join(List<Stream<SampleRow>> parts) {
        return parts.stream().flatMap(part -> part).toList();
    }

    private static Stream<SampleRow> checked(Dialogue dialogue, String... titles) {
        return Stream.of(titles).map(title -> new SampleRow(title, dialogue, ""));
    }

    private static Stream<SampleRow> unchecked(String reason, String... titles) {
        return Stream.of(titles).map(title -> new SampleRow(title, Dialogue.NONE, reason));
    }
}
