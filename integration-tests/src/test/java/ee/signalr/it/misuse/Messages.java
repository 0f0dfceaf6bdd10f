// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.misuse;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;

/** Hub messages as clients write them in JSON. Stateless. */
final class Messages {

    private Messages() {}

    static String stream(String id, String target, Object... arguments) {
        return call(4, id, target, arguments) + "}";
    }

    /** A plain call that announces streams. */
    static String upload(String id, String target, String streamIds, Object... arguments) {
        return call(1, id, target, arguments) + ",\"streamIds\":" + streamIds + "}";
    }

    private static String call(int type, String id, String target, Object... arguments) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Object argument : arguments) {
            if (argument instanceof Integer number) {
                array.add(number);
            } else {
                array.add((String) argument);
            }
        }
        return "{\"type\":" + type + ",\"invocationId\":\"" + id + "\",\"target\":\"" + target + "\",\"arguments\":"
                + array.build();
    }

    static String item(String streamId, String json) {
        return "{\"type\":2,\"invocationId\":\"" + streamId + "\",\"item\":" + json + "}";
    }

    static String completion(String id) {
        return "{\"type\":3,\"invocationId\":\"" + id + "\"}";
    }

    static String result(String id, String json) {
        return "{\"type\":3,\"invocationId\":\"" + id + "\",\"result\":" + json + "}";
    }

    static String cancel(String id) {
        return "{\"type\":5,\"invocationId\":\"" + id + "\"}";
    }
}
