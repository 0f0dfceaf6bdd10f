// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import ee.signalr.TransferFormat;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.RawValue;
import ee.signalr.core.protocol.StreamInvocationMessage;
import ee.signalr.core.protocol.TextMessageFormat;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonHubProtocolTest {

    private static final long BYTES_PER_CALL = 1024;

    private final JsonHubProtocol protocol = TestJson.protocolWithoutJsonb();

    @Test
    void shouldTellWhatItIs() {
        assertThat(protocol.name()).isEqualTo("json");
        assertThat(protocol.version()).isEqualTo(2);
        assertThat(protocol.transferFormat()).isEqualTo(TransferFormat.TEXT);
        assertThat(protocol.messageFormat()).isSameAs(TextMessageFormat.INSTANCE);
    }

    @Test
    void shouldUseGivenInstanceOfJsonb() throws Exception {
        try (JsonbHolder jsonb = new JsonbHolder(JsonbDefaults.config())) {
            JsonHubProtocol made = new JsonHubProtocol(jsonb.get());
            byte[] bytes = utf8("{\"name\":\"n\"}");

            assertThat(made.bind(new RawValue(bytes, 0, bytes.length), Named.class))
                    .isEqualTo(new Named("n"));
        }
    }

    @Test
    void shouldAllocateLittleForCallWithScalarArguments() {
        byte[] call = utf8("{\"type\":1,\"invocationId\":\"7\",\"target\":\"Send\",\"arguments\":[\"hello\",42]}");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int calls = 20_000;
        int length = answer(call).length;
        for (int warmUp = 0; warmUp < calls; warmUp++) {
            length += answer(call).length;
        }

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int counted = 0; counted < calls; counted++) {
            length += answer(call).length;
        }
        long perCall = (threads.getCurrentThreadAllocatedBytes() - before) / calls;

        assertThat(length).isPositive();
        assertThat(perCall).isLessThanOrEqualTo(BYTES_PER_CALL);
    }

    @Property(tries = 300)
    void shouldReadAnyCallThatItWrites(
            @ForAll("texts") String id, @ForAll("texts") String target, @ForAll("values") List<Object> arguments) {
        HubMessage read =
                reread(new StreamInvocationMessage(Map.of(id, target), "x" + id, target, arguments, List.of(id)));

        StreamInvocationMessage message = (StreamInvocationMessage) read;
        assertThat(message.invocationId()).isEqualTo("x" + id);
        assertThat(message.target()).isEqualTo(target);
        assertThat(message.headers()).isEqualTo(Map.of(id, target));
        assertThat(message.streamIds()).containsExactly(id);
        assertThat(message.arguments()).hasSize(arguments.size());
        for (int index = 0; index < arguments.size(); index++) {
            assertThat(protocol.bind((RawValue) message.arguments().get(index), Object.class))
                    .isEqualTo(arguments.get(index));
        }
    }

    @Property(tries = 300)
    void shouldReadAnyResultThatItWrites(@ForAll("value") Object result) {
        CompletionMessage read = (CompletionMessage) reread(CompletionMessage.withResult("1", result));

        assertThat(protocol.bind((RawValue) read.result(), Object.class)).isEqualTo(result);
    }

    @Property(tries = 300)
    void shouldReadAnyDoubleThatItWrites(@ForAll double value) {
        CompletionMessage read = (CompletionMessage) reread(CompletionMessage.withResult("1", value));

        assertThat(protocol.bind((RawValue) read.result(), double.class)).isEqualTo(value);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(20).filter(JsonText::isPaired);
    }

    @Provide
    Arbitrary<List<Object>> values() {
        return value().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<Object> value() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                texts().asGeneric(),
                Arbitraries.longs().asGeneric(),
                Arbitraries.of(true, false).asGeneric(),
                Arbitraries.doubles()
                        .filter(number -> number != Math.rint(number))
                        .asGeneric());
        return Arbitraries.recursive(
                () -> scalars,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).asGeneric(),
                        Arbitraries.maps(texts(), inner).ofMaxSize(3).asGeneric()),
                0,
                3);
    }

    private HubMessage reread(HubMessage message) {
        byte[] bytes = protocol.write(message);
        return protocol.parse(bytes, 0, bytes.length - 1);
    }

    private byte[] answer(byte[] call) {
        InvocationMessage message = (InvocationMessage) protocol.parse(call, 0, call.length);
        Object text = protocol.bind((RawValue) message.arguments().get(0), String.class);
        Object number = protocol.bind((RawValue) message.arguments().get(1), int.class);
        return protocol.write(CompletionMessage.withResult(message.invocationId(), number.equals(42) ? text : number));
    }

    public record Named(String name) {}
}
