// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.vectors;

import ee.signalr.it.json.Meaning;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * A message that was recorded. Immutable.
 *
 * @param dialect how to read it
 * @param message the message; its {@code invocationId} may be {@code <any>}, an id that the server chose
 * @param errorIsPrefix whether only the start of the error was recorded
 */
record ExpectedMessage(Dialect dialect, JsonValue message, boolean errorIsPrefix) {

    private static final String ID = "invocationId";
    private static final String ANY = "<any>";

    static ExpectedMessage of(JsonObject json, Dialect dialect) {
        return new ExpectedMessage(dialect, dialect.recorded(json), json.getBoolean("errorIsPrefix", false));
    }

    boolean matches(JsonValue actual) {
        return Meaning.same(message, withoutRest(withoutId(actual)));
    }

    private JsonValue withoutId(JsonValue actual) {
        boolean chosen = message instanceof JsonObject expected
                && ANY.equals(expected.getString(ID, ""))
                && !actual.asJsonObject().getString(ID, "").isEmpty();
        return chosen
                ? Json.createObjectBuilder(actual.asJsonObject()).add(ID, ANY).build()
                : actual;
    }

    private JsonValue withoutRest(JsonValue actual) {
        if (!errorIsPrefix) {
            return actual;
        }
        String start = dialect.error(message).orElseThrow();
        Optional<String> error = dialect.error(actual).filter(text -> text.startsWith(start));
        return error.isPresent() ? dialect.withError(actual, start) : actual;
    }

    @Override
    public String toString() {
        return message + (errorIsPrefix ? " …" : "");
    }
}
