// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.vectors;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What came back in a conversation. Immutable.
 *
 * @param messages the messages, pings left out
 * @param anyOrder whether the order of the messages is not defined
 * @param closeCode the WebSocket's close code, or {@link #STILL_OPEN}
 */
record Outcome(List<ExpectedMessage> messages, boolean anyOrder, int closeCode) {

    static final int STILL_OPEN = 0;

    static Outcome of(JsonObject json, boolean anyOrder, Dialect dialect) {
        List<ExpectedMessage> messages = json.getJsonArray("messages").stream()
                .map(message -> ExpectedMessage.of(message.asJsonObject(), dialect))
                .toList();
        int code = json.isNull("closed") ? STILL_OPEN : json.getInt("closed");
        return new Outcome(messages, anyOrder, code);
    }

    boolean matches(Observed observed) {
        return closeCode == observed.closeCode()
                && messages.size() == observed.messages().size()
                && (anyOrder ? matchInAnyOrder(observed.messages()) : matchInOrder(observed.messages()));
    }

    private boolean matchInOrder(List<JsonValue> actual) {
        for (int at = 0; at < messages.size(); at++) {
            if (!messages.get(at).matches(actual.get(at))) {
                return false;
            }
        }
        return true;
    }

    private boolean matchInAnyOrder(List<JsonValue> actual) {
        List<ExpectedMessage> missing = new ArrayList<>(messages);
        return actual.stream().allMatch(message -> removeFirst(missing, message));
    }

    private static boolean removeFirst(List<ExpectedMessage> missing, JsonValue message) {
        for (Iterator<ExpectedMessage> each = missing.iterator(); each.hasNext(); ) {
            if (each.next().matches(message)) {
                each.remove();
                return true;
            }
        }
        return false;
    }
}
