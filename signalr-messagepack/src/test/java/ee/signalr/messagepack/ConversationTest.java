// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.protocol.AckMessage;
import ee.signalr.core.protocol.BinaryMessageFormat;
import ee.signalr.core.protocol.CancelInvocationMessage;
import ee.signalr.core.protocol.CloseMessage;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.InboundBuffer;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.PingMessage;
import ee.signalr.core.protocol.RawValue;
import ee.signalr.core.protocol.SequenceMessage;
import ee.signalr.core.protocol.StreamInvocationMessage;
import ee.signalr.core.protocol.StreamItemMessage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Any message is read as it was written, and understood alike however the bytes are chopped on the way. */
class ConversationTest {

    private static final long MAXIMUM = 1_000_000;

    private final MessagePackHubProtocol protocol = TestPack.protocol();

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void shouldReadAnyMessageAsItWasWritten(@ForAll("messages") HubMessage message) {
        assertThat(understood(List.of(protocol.write(message)))).containsExactly(plain(message));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void shouldUnderstandAnyChoppingAlike(
            @ForAll("conversations") List<HubMessage> messages, @ForAll("cuts") List<Integer> cuts) {
        byte[] stream = stream(messages);

        List<HubMessage> expected = messages.stream().map(this::plain).toList();
        assertThat(understood(chopped(stream, cuts))).isEqualTo(expected);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void shouldFailInOneWayOnlyWhateverTheBytesAre(@ForAll byte[] garbage) {
        try {
            HubMessage message = protocol.parse(garbage, 0, garbage.length);
            if (message instanceof StreamItemMessage item) {
                assertThat(item.item()).isInstanceOf(RawValue.class);
            }
        } catch (HubProtocolException broken) {
            assertThat(broken).hasMessageMatching("(Reading|Null or empty|Invalid) .*");
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void shouldSurviveAnyDamage(@ForAll("messages") HubMessage message, @ForAll int position, @ForAll byte damage) {
        byte[] framed = protocol.write(message).clone();
        int start = BinaryMessageFormat.INSTANCE.contentStart(framed, 0);
        framed[start + Math.floorMod(position, framed.length - start)] = damage;
        try {
            HubMessage read = protocol.parse(framed, start, framed.length);
            if (read instanceof InvocationMessage call) {
                assertThat(call.target()).isNotEmpty();
            }
        } catch (HubProtocolException broken) {
            assertThat(broken).hasMessageMatching("(Reading|Null or empty|Invalid) .*");
        }
        assertThat(understood(List.of(protocol.write(message)))).hasSize(1);
    }

    @Provide
    Arbitrary<List<HubMessage>> conversations() {
        return messages().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 40).list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<HubMessage> messages() {
        Arbitrary<String> ids =
                Arbitraries.strings().ofMinLength(1).ofMaxLength(40).filter(ConversationTest::isText);
        Arbitrary<String> maybe = ids.injectNull(0.3);
        Arbitrary<Map<String, String>> headers = Arbitraries.maps(ids, ids).ofMaxSize(2);
        Arbitrary<List<Object>> arguments = values().list().ofMaxSize(8);
        Arbitrary<List<String>> streamIds = ids.list().ofMaxSize(3);
        return Arbitraries.oneOf(
                Combinators.combine(headers, maybe, ids, arguments, streamIds).as(InvocationMessage::new),
                Combinators.combine(headers, ids, ids, arguments, streamIds).as(StreamInvocationMessage::new),
                Combinators.combine(headers, ids, values()).as(StreamItemMessage::new),
                Combinators.combine(headers, ids, values())
                        .as((map, id, value) -> new CompletionMessage(map, id, null, value, true)),
                Combinators.combine(headers, ids, ids)
                        .as((map, id, error) -> new CompletionMessage(map, id, error, null, false)),
                Combinators.combine(headers, ids).as((map, id) -> new CompletionMessage(map, id, null, null, false)),
                Combinators.combine(headers, ids).as(CancelInvocationMessage::new),
                Combinators.combine(maybe, Arbitraries.of(true, false)).as(CloseMessage::new),
                Arbitraries.longs().map(AckMessage::new),
                Arbitraries.longs().map(SequenceMessage::new),
                Arbitraries.just(PingMessage.INSTANCE));
    }

    private static Arbitrary<Object> values() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Arbitraries.just(null),
                Arbitraries.longs().asGeneric(),
                Arbitraries.integers().map(Integer::longValue).asGeneric(),
                Arbitraries.doubles().asGeneric(),
                Arbitraries.of(true, false).asGeneric(),
                Arbitraries.strings()
                        .ofMaxLength(300)
                        .filter(ConversationTest::isText)
                        .asGeneric());
        return Arbitraries.frequencyOf(
                Tuple.of(4, scalars), Tuple.of(1, containers(scalars)), Tuple.of(1, containers(containers(scalars))));
    }

    private static Arbitrary<Object> containers(Arbitrary<Object> values) {
        return Arbitraries.oneOf(
                        values.list().ofMaxSize(4).asGeneric(),
                        Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), values)
                                .ofMaxSize(4)
                                .asGeneric())
                .withoutEdgeCases();
    }

    /** A lone surrogate is no text in UTF-8. */
    private static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private byte[] stream(List<HubMessage> messages) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        messages.forEach(message -> stream.writeBytes(protocol.write(message)));
        return stream.toByteArray();
    }

    private static List<byte[]> chopped(byte[] stream, List<Integer> cuts) {
        List<byte[]> chunks = new ArrayList<>();
        int from = 0;
        for (int i = 0; from < stream.length; i++) {
            int to = Math.min(stream.length, from + cuts.get(i % cuts.size()));
            chunks.add(Arrays.copyOfRange(stream, from, to));
            from = to;
        }
        return chunks;
    }

    private List<HubMessage> understood(List<byte[]> chunks) {
        InboundBuffer buffer = new InboundBuffer();
        List<HubMessage> found = new ArrayList<>();
        for (byte[] chunk : chunks) {
            buffer.append(chunk);
            while (buffer.next(protocol.messageFormat(), MAXIMUM)) {
                HubMessage message = protocol.parse(buffer.array(), buffer.contentStart(), buffer.contentEnd());
                assertThat(message).isNotNull();
                found.add(plain(message));
            }
        }
        assertThat(buffer.hasPartial()).isFalse();
        return found;
    }

    /** With values instead of bytes. */
    private HubMessage plain(HubMessage message) {
        return switch (message.type()) {
            case INVOCATION -> {
                InvocationMessage call = (InvocationMessage) message;
                yield new InvocationMessage(
                        call.headers(), call.invocationId(), call.target(), bound(call.arguments()), call.streamIds());
            }
            case STREAM_INVOCATION -> {
                StreamInvocationMessage call = (StreamInvocationMessage) message;
                yield new StreamInvocationMessage(
                        call.headers(), call.invocationId(), call.target(), bound(call.arguments()), call.streamIds());
            }
            case STREAM_ITEM -> {
                StreamItemMessage item = (StreamItemMessage) message;
                yield new StreamItemMessage(item.headers(), item.invocationId(), bound(item.item()));
            }
            case COMPLETION -> {
                CompletionMessage end = (CompletionMessage) message;
                yield new CompletionMessage(
                        end.headers(), end.invocationId(), end.error(), bound(end.result()), end.hasResult());
            }
            case CANCEL_INVOCATION, PING, CLOSE, ACK, SEQUENCE -> message;
        };
    }

    private List<@Nullable Object> bound(List<? extends @Nullable Object> values) {
        List<@Nullable Object> bound = new ArrayList<>();
        values.forEach(value -> bound.add(bound(value)));
        return bound;
    }

    private @Nullable Object bound(@Nullable Object value) {
        return value instanceof RawValue raw ? protocol.bind(raw, Object.class) : value;
    }
}
