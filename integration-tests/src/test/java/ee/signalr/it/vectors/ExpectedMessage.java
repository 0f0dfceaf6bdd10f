// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.vectors;

import ee.signalr.it.json.Meaning;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * A message that was recorded. Immutable.
 *
 * @param message the message; its {@code invocationId} may be {@code <any>}, an id that the server chose
 * @param errorIsPrefix whether only the start of the error was recorded
 */
record ExpectedMessage(JsonObject message, boolean errorIsPrefix) {

    private static final String ID = "invocationId";
    private static final String ERROR = "error";

    static ExpectedMessage of(JsonObject json) {
        return new ExpectedMessage(json.getJsonObject("message"), json.getBoolean("errorIsPrefix", false));
    }

    boolean matches(JsonObject actual) {
        JsonObject comparable = actual;
        if ("<any>".equals(message.getString(ID, ""))
                && !actual.getString(ID, "").isEmpty()) {
            comparable = with(comparable, ID, "<any>");
        }
        if (errorIsPrefix && actual.getString(ERROR, "").startsWith(message.getString(ERROR))) {
            comparable = with(comparable, ERROR, message.getString(ERROR));
        }
        return Meaning.same(message, comparable);
    }

    private static JsonObject with(JsonObject object, String member, String value) {
        return Json.createObjectBuilder(object).add(member, value).build();
    }
}
