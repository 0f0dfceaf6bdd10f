// SPDX-License-Identifier: Apache-2.0
package ee.signalr.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import ee.signalr.cdi.test.TestApplication;
import ee.signalr.core.SignalREngine;
import ee.signalr.core.connection.Applicant;
import ee.signalr.core.connection.ConnectionKind;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.test.Origins;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Calls of a hub that Weld gives, by the scope of the hub, through the whole engine. Many calls arrive at once, so that what the
 * change of threads costs is shared by them; what is more than in {@link InvocationBenchmark} with scalars is CDI's.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
public class ActivationBenchmark {

    private static final int CALLS = 60;

    /** The scope of the hub. */
    @Param
    ScopedHubs scope;

    private final byte[] calls =
            "{\"type\":1,\"invocationId\":\"7\",\"target\":\"scalars\",\"arguments\":[\"hello\",42]}\u001e"
                    .repeat(CALLS)
                    .getBytes(UTF_8);
    private final byte[] lastCall =
            "{\"type\":1,\"invocationId\":\"last\",\"target\":\"scalars\",\"arguments\":[\"hello\",42]}\u001e"
                    .getBytes(UTF_8);
    private TestApplication application;
    private TransportConnection connection;
    private LastAnswer transport;

    /** Deploys the hub and connects. */
    @Setup
    public void deploy() {
        application = TestApplication.of(scope.hub());
        SignalREngine engine = application.engine();
        connection = engine.connections()
                .create(engine.endpoints().get(0), ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                .connection();
        transport = new LastAnswer(connection, "\"invocationId\":\"last\"");
        connection.start(transport, Origins.anonymous());
        connection.ready();
        connection.receive("{\"protocol\":\"json\",\"version\":1}\u001e".getBytes(UTF_8));
    }

    /** Undeploys. */
    @TearDown
    public void undeploy() {
        application.close();
    }

    /** One of many calls. */
    @Benchmark
    @OperationsPerInvocation(CALLS + 1)
    public int call() throws InterruptedException {
        connection.receive(calls.clone());
        connection.receive(lastCall.clone());
        return transport.awaitAnswer();
    }
}
