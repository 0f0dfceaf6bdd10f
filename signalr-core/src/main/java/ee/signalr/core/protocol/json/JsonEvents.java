// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import jakarta.json.stream.JsonParser.Event;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Goes through one JSON value by the events of JSON-P. Confined to one call. */
final class JsonEvents {

    private final JsonScanner scanner;
    private @Nullable Event current;
    private int passed;
    private int depth;
    /** One bit a container, the innermost lowest: whether it is an object. */
    private long objects;

    /** Makes events of a value; the tokens of names, strings and numbers are the scanner's then. */
    JsonEvents(JsonScanner scanner) {
        this.scanner = scanner;
    }

    /** The last event. */
    @Nullable
    Event current() {
        return current;
    }

    /** How many events there were. */
    int passed() {
        return passed;
    }

    /** Whether the value has been read. */
    boolean isOver() {
        return depth == 0 && current != null;
    }

    /** Goes to the next event. */
    Event next() {
        if (isOver()) {
            throw new NoSuchElementException("The JSON value is over");
        }
        passed++;
        current = depth == 0 || current == Event.KEY_NAME ? value() : isInObject() ? member() : element();
        return current;
    }

    /** Goes to the end of the innermost container. */
    void skipContainer() {
        int inside = depth;
        while (depth >= inside) {
            next();
        }
    }

    /** Whether the innermost container is an object. */
    boolean isInObject() {
        return depth > 0 && (objects & 1) != 0;
    }

    /** Whether the innermost container is an array. */
    boolean isInArray() {
        return depth > 0 && (objects & 1) == 0;
    }

    private Event member() {
        return scanner.nextMember() ? Event.KEY_NAME : closed(Event.END_OBJECT);
    }

    private Event element() {
        return scanner.nextElement() ? value() : closed(Event.END_ARRAY);
    }

    private Event value() {
        JsonToken token = scanner.token();
        return switch (token) {
            case OBJECT -> object();
            case ARRAY -> array();
            case STRING -> scalar(token, Event.VALUE_STRING);
            case NUMBER -> scalar(token, Event.VALUE_NUMBER);
            case TRUE -> scalar(token, Event.VALUE_TRUE);
            case FALSE -> scalar(token, Event.VALUE_FALSE);
            case NULL -> scalar(token, Event.VALUE_NULL);
        };
    }

    private Event scalar(JsonToken token, Event event) {
        scanner.skipScalar(token);
        return event;
    }

    private Event object() {
        scanner.startObject();
        objects = objects << 1 | 1;
        depth++;
        return Event.START_OBJECT;
    }

    private Event array() {
        scanner.startArray();
        objects <<= 1;
        depth++;
        return Event.START_ARRAY;
    }

    private Event closed(Event event) {
        objects >>>= 1;
        depth--;
        return event;
    }
}
