// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.core.protocol.AckMessage;
import ee.signalr.core.protocol.CancelInvocationMessage;
import ee.signalr.core.protocol.CloseMessage;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubMessageType;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.PingMessage;
import ee.signalr.core.protocol.RawValue;
import ee.signalr.core.protocol.SequenceMessage;
import ee.signalr.core.protocol.StreamInvocationMessage;
import ee.signalr.core.protocol.StreamItemMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one hub message: members in any order, the last of several with the same name counting, unknown ones passed over.
 * Confined to one call.
 */
final class EnvelopeReader {

    private static final HubMessageType[] TYPES = HubMessageType.values();
    private static final int USUAL_ARGUMENTS = 4;

    private final JsonScanner scanner;
    private final @Nullable Object[] values = new Object[Member.COUNT];

    EnvelopeReader(JsonScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * Reads the message; what follows it is ignored.
     *
     * @return the message, or null if its type is unknown
     * @throws HubProtocolException when a member is missing or has the wrong type
     * @throws JsonSyntaxException when it is not JSON
     */
    @Nullable
    HubMessage read() {
        MemberReader.startMessage(scanner);
        while (scanner.nextMember()) {
            Member member = Member.named(scanner);
            values[member.ordinal()] = value(member);
        }
        int number = (Integer) required(Member.TYPE);
        return number >= 1 && number <= TYPES.length ? message(TYPES[number - 1]) : null;
    }

    private @Nullable Object value(Member member) {
        return switch (member) {
            case TYPE -> type();
            case INVOCATION_ID, TARGET, ERROR -> MemberReader.string(scanner, member.wireName());
            case HEADERS -> headers();
            case ARGUMENTS -> arguments();
            case STREAM_IDS -> streamIds();
            case ITEM, RESULT -> scanner.raw();
            case ALLOW_RECONNECT -> MemberReader.bool(scanner, member.wireName());
            case SEQUENCE_ID -> MemberReader.longOrNull(scanner, member.wireName());
            case UNKNOWN -> unknown();
        };
    }

    private HubMessage message(HubMessageType type) {
        return switch (type) {
            case INVOCATION -> invocation();
            case STREAM_ITEM -> streamItem();
            case COMPLETION -> completion();
            case STREAM_INVOCATION -> streamInvocation();
            case CANCEL_INVOCATION -> new CancelInvocationMessage(givenHeaders(), id());
            case PING -> PingMessage.INSTANCE;
            case CLOSE -> new CloseMessage(text(Member.ERROR), Boolean.TRUE.equals(get(Member.ALLOW_RECONNECT)));
            case ACK -> new AckMessage((Long) required(Member.SEQUENCE_ID));
            case SEQUENCE -> new SequenceMessage((Long) required(Member.SEQUENCE_ID));
        };
    }

    private HubMessage invocation() {
        String target = (String) required(Member.TARGET);
        List<?> arguments = (List<?>) required(Member.ARGUMENTS);
        String id = text(Member.INVOCATION_ID);
        return new InvocationMessage(
                givenHeaders(), id == null || id.isEmpty() ? null : id, target, arguments, givenStreamIds());
    }

    private HubMessage streamInvocation() {
        String target = (String) required(Member.TARGET);
        String id = id();
        List<?> arguments = (List<?>) required(Member.ARGUMENTS);
        return new StreamInvocationMessage(givenHeaders(), id, target, arguments, givenStreamIds());
    }

    private HubMessage streamItem() {
        String id = id();
        return new StreamItemMessage(givenHeaders(), id, required(Member.ITEM));
    }

    private HubMessage completion() {
        String id = id();
        String error = text(Member.ERROR);
        Object result = get(Member.RESULT);
        if (error != null && result != null) {
            throw HubProtocolException.invalidData("The 'error' and 'result' properties are mutually exclusive.");
        }
        return new CompletionMessage(givenHeaders(), id, error, result, result != null);
    }

    private Integer type() {
        Integer number = MemberReader.intOrNull(scanner, Member.TYPE.wireName());
        if (number == null) {
            throw HubProtocolException.invalidData("Expected 'type' to be of type Number.");
        }
        return number;
    }

    private Map<String, String> headers() {
        MemberReader.require(scanner, JsonToken.OBJECT, Member.HEADERS.wireName(), "StartObject");
        Map<String, String> headers = new LinkedHashMap<>();
        scanner.startObject();
        while (scanner.nextMember()) {
            String name = scanner.text();
            JsonToken token = scanner.token();
            if (token != JsonToken.STRING) {
                throw MemberReader.unexpected(scanner, token, "Expected header '" + name + "' to be of type String.");
            }
            scanner.string();
            headers.put(name, scanner.text());
        }
        return Collections.unmodifiableMap(headers);
    }

    private List<RawValue> arguments() {
        MemberReader.require(scanner, JsonToken.ARRAY, Member.ARGUMENTS.wireName(), "Array");
        scanner.startArray();
        if (!scanner.nextElement()) {
            return List.of();
        }
        List<RawValue> arguments = new ArrayList<>(USUAL_ARGUMENTS);
        do {
            arguments.add(scanner.raw());
        } while (scanner.nextElement());
        return Collections.unmodifiableList(arguments);
    }

    private List<String> streamIds() {
        MemberReader.require(scanner, JsonToken.ARRAY, Member.STREAM_IDS.wireName(), "Array");
        List<String> ids = new ArrayList<>();
        scanner.startArray();
        while (scanner.nextElement()) {
            JsonToken token = scanner.token();
            if (token == JsonToken.NULL) {
                throw MemberReader.unexpected(scanner, token, "Null value for 'streamIds' is not valid.");
            }
            ids.add(MemberReader.string(scanner, Member.STREAM_IDS.wireName()));
        }
        return Collections.unmodifiableList(ids);
    }

    private @Nullable Object unknown() {
        scanner.skip();
        return null;
    }

    private @Nullable Object get(Member member) {
        return values[member.ordinal()];
    }

    private @Nullable String text(Member member) {
        return (String) get(member);
    }

    private String id() {
        String id = text(Member.INVOCATION_ID);
        if (id == null || id.isEmpty()) {
            throw missing(Member.INVOCATION_ID);
        }
        return id;
    }

    private Object required(Member member) {
        Object value = get(member);
        if (value == null) {
            throw missing(member);
        }
        return value;
    }

    @SuppressWarnings("unchecked") // put there by headers()
    private Map<String, String> givenHeaders() {
        Object headers = get(Member.HEADERS);
        return headers == null ? Map.of() : (Map<String, String>) headers;
    }

    @SuppressWarnings("unchecked") // put there by streamIds()
    private @Nullable List<String> givenStreamIds() {
        return (List<String>) get(Member.STREAM_IDS);
    }

    private static HubProtocolException missing(Member member) {
        return HubProtocolException.invalidData("Missing required property '" + member.wireName() + "'.");
    }
}
