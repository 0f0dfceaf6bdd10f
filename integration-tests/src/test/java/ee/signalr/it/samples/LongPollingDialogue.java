// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.samples;

import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HttpReply;
import ee.signalr.it.wire.HubSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/** A long-polling connection from its first poll to after its end. For one thread. */
final class LongPollingDialogue {

    static final String END = String.valueOf(HubSocket.RECORD_SEPARATOR);
    static final String HANDSHAKE = "{\"protocol\":\"json\",\"version\":1}" + END;

    /** The answers to these have ids 1, 2, 3, 4, 5, 6, 8 and 11 in the sample; the others call streams and echo ids. */
    private static final String ASSORTED = call("1", "EchoString", "\"1\"")
            + call("2", "Nope", "")
            + call("3", "EchoString", "")
            + call("4", "EchoString", "\"1\",\"2\"")
            + call("5", "EchoPoint", "\"x\"")
            + call("6", "EchoString", "\"x\"").replace("\"type\":1", "\"type\":4")
            + call("8", "ThrowPlain", "")
            + call("11", "VoidMethod", "\"x\"");

    private static final int ASSORTED_ANSWERS = 8;
    private static final int CONFLICT = 409;

    private final Negotiated connection;
    private final Map<String, HttpReply> replies = new LinkedHashMap<>();

    private LongPollingDialogue(int port) {
        connection = Negotiated.at(port, HttpDialogues.HUB);
    }

    static Map<String, HttpReply> hold(int port) {
        LongPollingDialogue dialogue = new LongPollingDialogue(port);
        dialogue.begin();
        dialogue.call();
        dialogue.end();
        return dialogue.replies;
    }

    private void begin() {
        replies.put("LP first poll", connection.get());
        replies.put("LP POST handshake", connection.post(HANDSHAKE));
        replies.put("LP poll -> handshake response", connection.get());
    }

    private void call() {
        replies.put("LP POST empty body", connection.post(""));
        replies.put("LP POST invocation Echo", connection.post(call("0", "EchoString", "\"x\"")));
        replies.put("LP poll -> completion", connection.get());
        connection.post(ASSORTED);
        HttpReply first = connection.get();
        StringBuilder answers = new StringBuilder(first.text());
        while (answers.chars()
                        .filter(next -> next == HubSocket.RECORD_SEPARATOR)
                        .count()
                < ASSORTED_ANSWERS) {
            answers.append(connection.get().text());
        }
        byte[] body = answers.toString().getBytes(StandardCharsets.UTF_8);
        replies.put("LP poll -> assorted results (batched)", new HttpReply(first.status(), first.headers(), body));
    }

    private void end() {
        HttpCall pending = connection.poll();
        try {
            pending = replace(pending);
            replies.put("LP DELETE", connection.delete());
            replies.put("LP pending poll at DELETE", pending.reply());
        } finally {
            pending.close();
        }
        Awaitility.await("the end of the connection")
                .atMost(Duration.ofSeconds(10))
                .until(() -> connection.delete().code() == 404);
        replies.put("LP second DELETE", connection.delete());
        replies.put("LP POST after DELETE", connection.post("x"));
        replies.put("LP GET after DELETE", connection.get());
    }

    /**
     * Sends another poll. Of two on their way either may be the first to arrive: it is the one that is answered. While the server
     * is still busy with the answer before, which has come already, there is room for one poll only, and the other gets 409.
     *
     * @return the one that is left
     */
    private HttpCall replace(HttpCall earlier) {
        HttpCall left = earlier;
        HttpReply reply;
        do {
            HttpCall one = left;
            HttpCall other = connection.poll();
            Awaitility.await("the answer to the poll that has been replaced")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> one.isAnswered() || other.isAnswered());
            boolean oneIsReplaced = one.isAnswered();
            left = oneIsReplaced ? other : one;
            try (HttpCall replaced = oneIsReplaced ? one : other) {
                reply = replaced.reply();
            }
        } while (reply.code() == CONFLICT);
        replies.put("LP earlier poll when a second poll arrives", reply);
        return left;
    }

    static String call(String id, String target, String arguments) {
        return "{\"type\":1,\"invocationId\":\"" + id + "\",\"target\":\"" + target + "\",\"arguments\":[" + arguments
                + "]}" + END;
    }
}
