// SPDX-License-Identifier: Apache-2.0
package ee.signalr.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One call through the engine, from the bytes of its envelope to those of its answer, with a hub that is always there. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
public class InvocationBenchmark {

    /** What is called. */
    @Param
    Shape shape;

    private Calls calls;

    /** Connects. */
    @Setup
    public void connect() {
        calls = shape.json();
    }

    /** Ends the server. */
    @TearDown
    public void end() {
        calls.close();
    }

    /** One call. */
    @Benchmark
    public byte[] call() {
        calls.call();
        return calls.answer();
    }
}
