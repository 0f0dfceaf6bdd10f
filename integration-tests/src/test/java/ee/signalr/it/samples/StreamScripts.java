// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.samples;

import static ee.signalr.it.samples.LongPollingDialogue.END;
import static ee.signalr.it.samples.LongPollingDialogue.HANDSHAKE;
import static ee.signalr.it.samples.LongPollingDialogue.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the clients of the samples of streams said: texts by the samples' titles. Stateless. */
final class StreamScripts {

    /** Where the client went on only after the next answer. */
    static final String ANSWER = "";

    private static final String UPLOAD =
            "{\"type\":1,\"invocationId\":\"0\",\"target\":\"StreamingConcat\",\"arguments\":[],\"streamIds\":[\"s\"]}"
                    + END;
    private static final String STREAM =
            "{\"type\":4,\"invocationId\":\"0\",\"target\":\"BlockingStream\",\"arguments\":[]}" + END;
    private static final String COMPLETION = "{\"type\":3,\"invocationId\":\"s\"}" + END;

    private StreamScripts() {}

    static Map<String, List<String>> all() {
        Map<String, List<String>> scripts = new LinkedHashMap<>();
        scripts.put(
                "WS two parallel invocations: slow (StreamingConcat never completed) then Echo",
                List.of(
                        HANDSHAKE,
                        ANSWER,
                        UPLOAD,
                        call("1", "Echo", "\"blocked?\""),
                        ANSWER,
                        item("\"a\""),
                        COMPLETION));
        scripts.put(
                "WS upload stream error",
                List.of(HANDSHAKE, UPLOAD, "{\"type\":3,\"invocationId\":\"s\",\"error\":\"Something bad\"}" + END));
        scripts.put("WS upload item of the wrong type", List.of(HANDSHAKE, UPLOAD, item("5"), COMPLETION));
        scripts.put("WS missing streamIds", List.of(HANDSHAKE, call("0", "StreamingConcat", "")));
        scripts.put("WS duplicate invocation id of a stream", List.of(HANDSHAKE, STREAM, STREAM));
        return scripts;
    }

    private static String item(String json) {
        return "{\"type\":2,\"invocationId\":\"s\",\"item\":" + json + "}" + END;
    }
}
