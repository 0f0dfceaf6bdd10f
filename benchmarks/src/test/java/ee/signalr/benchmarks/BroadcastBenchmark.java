// SPDX-License-Identifier: Apache-2.0
package ee.signalr.benchmarks;

import ee.signalr.core.connection.Applicant;
import ee.signalr.core.connection.ConnectionKind;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A message to all of a thousand clients, per delivery, with carriers that cost nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
public class BroadcastBenchmark {

    private static final int CLIENTS = 1_000;
    private static final byte[] HANDSHAKE =
            "{\"protocol\":\"json\",\"version\":1}\u001e".getBytes(StandardCharsets.UTF_8);

    private final TestServer server = new TestServer(new EchoHub()).on(Runnable::run);

    /** Connects the clients. */
    @Setup
    public void connect() {
        for (int i = 0; i < CLIENTS; i++) {
            TransportConnection connection = server.connections()
                    .create(server.endpoint(), ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                    .connection();
            connection.start(new QuietTransport(connection), Origins.anonymous());
            connection.ready();
            connection.receive(HANDSHAKE.clone());
        }
    }

    /** Ends the server. */
    @TearDown
    public void end() {
        server.close();
    }

    /** One delivery. */
    @Benchmark
    @OperationsPerInvocation(CLIENTS)
    public Object delivered() {
        return server.context().clients().all().send("receive", "ann", "some text of an ordinary length");
    }
}
