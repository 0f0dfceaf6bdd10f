// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.core.protocol.RawValue;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a received value for JSON-B without making characters of it, integers as exactly as {@link ExactJsonParser} does. What
 * JSON-B asks for every member is answered here. With the first other question the platform's parser takes over: it is made
 * then, brought to the same event, and asked from there on. Confined to one call.
 */
final class RawJsonParser implements JsonParser {

    /** So many characters of a number are read here; there are limits beyond, which are the platform's. */
    private static final int USUAL_DIGITS = 64;

    private final JsonScanner scanner;
    private final JsonEvents events;
    private final Supplier<JsonParser> platform;
    private @Nullable JsonParser successor;

    /**
     * Makes a parser.
     *
     * @param platform makes a parser of the same value
     */
    RawJsonParser(RawValue value, Supplier<JsonParser> platform) {
        this.scanner = new JsonScanner(value.bytes(), value.start(), value.end());
        this.events = new JsonEvents(scanner);
        this.platform = platform;
    }

    @Override
    public boolean hasNext() {
        if (successor != null) {
            return successor.hasNext();
        }
        return !events.isOver()
                || scanner.peek() != JsonLexer.END && successor().hasNext();
    }

    @Override
    public Event next() {
        return successor != null ? successor.next() : events.next();
    }

    @Override
    public @Nullable Event currentEvent() {
        return successor != null ? successor.currentEvent() : events.current();
    }

    @Override
    public String getString() {
        return hasText() ? scanner.tokenText() : successor().getString();
    }

    @Override
    public int getInt() {
        return isUsualInteger() ? Math.toIntExact(integer()) : successor().getInt();
    }

    @Override
    public long getLong() {
        return isUsualInteger() ? integer() : successor().getLong();
    }

    @Override
    public BigDecimal getBigDecimal() {
        return isUsualNumber()
                ? new BigDecimal(scanner.tokenText())
                : successor().getBigDecimal();
    }

    @Override
    public void skipArray() {
        if (successor != null) {
            successor.skipArray();
        } else if (events.isInArray()) {
            events.skipContainer();
        }
    }

    @Override
    public void skipObject() {
        if (successor != null) {
            successor.skipObject();
        } else if (events.isInObject()) {
            events.skipContainer();
        }
    }

    @Override
    public boolean isIntegralNumber() {
        return successor().isIntegralNumber();
    }

    @Override
    public JsonLocation getLocation() {
        return successor().getLocation();
    }

    @Override
    public JsonObject getObject() {
        return successor().getObject();
    }

    @Override
    public JsonValue getValue() {
        return successor().getValue();
    }

    @Override
    public JsonArray getArray() {
        return successor().getArray();
    }

    @Override
    public Stream<JsonValue> getArrayStream() {
        return successor().getArrayStream();
    }

    @Override
    public Stream<Map.Entry<String, JsonValue>> getObjectStream() {
        return successor().getObjectStream();
    }

    @Override
    public Stream<JsonValue> getValueStream() {
        return successor().getValueStream();
    }

    @Override
    public void close() {
        if (successor != null) {
            successor.close();
        }
    }

    private boolean hasText() {
        Event current = events.current();
        return successor == null
                && (current == Event.KEY_NAME || current == Event.VALUE_STRING || current == Event.VALUE_NUMBER);
    }

    private boolean isUsualNumber() {
        return successor == null && events.current() == Event.VALUE_NUMBER && scanner.tokenLength() <= USUAL_DIGITS;
    }

    private boolean isUsualInteger() {
        return isUsualNumber() && scanner.isIntegral() && JsonNumbers.isShort(scanner);
    }

    private long integer() {
        return JsonNumbers.shortNumber(scanner);
    }

    private JsonParser successor() {
        if (successor == null) {
            successor = platform.get();
            for (int passed = 0; passed < events.passed(); passed++) {
                successor.next();
            }
        }
        return successor;
    }
}
