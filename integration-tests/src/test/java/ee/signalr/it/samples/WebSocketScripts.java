// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.samples;

import static ee.signalr.it.samples.LongPollingDialogue.END;
import static ee.signalr.it.samples.LongPollingDialogue.HANDSHAKE;
import static ee.signalr.it.samples.LongPollingDialogue.call;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the clients of the WebSocket samples said, as our hub understands it: texts by the samples' titles. Stateless. */
final class WebSocketScripts {

    private static final int LIMIT = 32_768;
    private static final String MISSING_VERSION = "{\"protocol\":\"json\"}" + END;
    private static final String ECHO = call("0", "EchoString", "\"x\"");

    private WebSocketScripts() {}

    static Map<String, List<String>> all() {
        Map<String, List<String>> scripts = new LinkedHashMap<>();
        scripts.put("WS handshake unknown protocol", List.of("{\"protocol\":\"foo\",\"version\":1}" + END));
        scripts.put("WS handshake version 99", List.of(handshake(99)));
        scripts.put("WS handshake version 2", List.of(handshake(2)));
        scripts.put("WS handshake version 0", List.of(handshake(0)));
        scripts.put("WS handshake garbage", List.of("hello" + END));
        scripts.put("WS handshake missing version", List.of(MISSING_VERSION));
        scripts.put(
                "WS first message is an invocation",
                List.of("{\"type\":1,\"target\":\"Echo\",\"arguments\":[]}" + END));
        scripts.put("WS handshake and invocation in one frame", List.of(HANDSHAKE + ECHO));
        scripts.put(
                "WS message without record separator, completed later",
                List.of(HANDSHAKE, ECHO.substring(0, 9), ECHO.substring(9)));
        scripts.putAll(afterHandshake());
        return scripts;
    }

    private static Map<String, List<String>> afterHandshake() {
        Map<String, List<String>> scripts = new LinkedHashMap<>();
        scripts.put("WS no id (skipNegotiation), Echo, client close 1000", shaken(ECHO));
        scripts.put("WS invalid JSON after handshake", shaken("{nonsense" + END));
        scripts.put("WS unknown message type 77", shaken("{\"type\":77}" + END));
        scripts.put("WS missing type", shaken("{\"target\":\"Echo\",\"arguments\":[]}" + END));
        scripts.put("WS ping and close message from client", shaken("{\"type\":6}" + END, "{\"type\":7}" + END));
        scripts.put("WS message over 32 KiB", shaken(padded(LIMIT + 1)));
        scripts.put("WS message just under 32 KiB", shaken(padded(LIMIT - 1)));
        scripts.put(
                "WS stream item for an unknown stream",
                shaken(
                        "{\"type\":2,\"invocationId\":\"9\",\"item\":\"x\"}" + END,
                        call("0", "EchoString", "\"still alive\"")));
        return scripts;
    }

    private static List<String> shaken(String... messages) {
        String[] all = new String[messages.length + 1];
        all[0] = HANDSHAKE;
        System.arraycopy(messages, 0, all, 1, messages.length);
        return Arrays.asList(all);
    }

    private static String handshake(int version) {
        return "{\"protocol\":\"json\",\"version\":" + version + "}" + END;
    }

    /** A call without an id, so that nothing answers, of that many bytes. */
    private static String padded(int size) {
        String start = "{\"type\":1,\"target\":\"VoidMethod\",\"arguments\":[\"";
        String end = "\"]}" + END;
        return start + "x".repeat(size - start.length() - end.length()) + end;
    }
}
