// SPDX-License-Identifier: Apache-2.0
package ee.signalr.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.RawValue;
import ee.signalr.core.protocol.json.JsonHubProtocol;
import ee.signalr.core.protocol.json.JsonbDefaults;
import ee.signalr.core.protocol.json.JsonbHolder;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The JSON protocol alone: a call with a text, a number and an object is parsed and bound, and its answer written. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
public class MessageBenchmark {

    private static final List<Type> TYPES = List.of(String.class, int.class, EchoHub.Pair.class);

    private final byte[] call = ("{\"type\":1,\"invocationId\":\"7\",\"target\":\"Send\","
                    + "\"arguments\":[\"hello\",42,{\"a\":1,\"b\":[1,2,3]}]}")
            .getBytes(UTF_8);
    private final JsonbHolder jsonb = new JsonbHolder(JsonbDefaults.config());
    private final JsonHubProtocol protocol = new JsonHubProtocol(jsonb);
    private final EchoHub.Pair result = (EchoHub.Pair) Objects.requireNonNull(parsed()[2]);

    /** Closes JSON-B. */
    @TearDown
    public void close() {
        jsonb.close();
    }

    /** Reads a call. */
    @Benchmark
    public Object[] parsed() {
        InvocationMessage message = (InvocationMessage) Objects.requireNonNull(protocol.parse(call, 0, call.length));
        Object[] bound = new Object[TYPES.size()];
        for (int i = 0; i < bound.length; i++) {
            bound[i] = protocol.bind((RawValue) message.arguments().get(i), TYPES.get(i));
        }
        return bound;
    }

    /** Writes an answer. */
    @Benchmark
    public byte[] written() {
        return protocol.write(CompletionMessage.withResult("7", result));
    }

    /** Reads a call and writes its answer. */
    @Benchmark
    public byte[] parsedAndWritten() {
        return protocol.write(CompletionMessage.withResult("7", parsed()[2]));
    }
}
