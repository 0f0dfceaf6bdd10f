// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.count;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.ClientProxy;
import ee.signalr.example.FakeBackground;
import ee.signalr.example.RecordingClients;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountServiceTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final List<String> ONE_RUN = Stream.concat(
                    IntStream.rangeClosed(0, 10).mapToObj(number -> "all: ReceiveUpdate[" + number + "]"),
                    Stream.of("all: Finished[]"))
            .toList();

    private final RecordingClients clients = new RecordingClients();
    private final FakeBackground background = new FakeBackground();
    private final CountService service = new CountService(background);

    @Test
    void shouldCountANumberASecond() {
        service.count(clients.all());
        assertThat(clients.takeDone()).containsExactly("all: ReceiveUpdate[0]");

        background.pass(Duration.ofMillis(999));
        assertThat(clients.takeDone()).isEmpty();

        background.pass(Duration.ofMillis(1));
        assertThat(clients.takeDone()).containsExactly("all: ReceiveUpdate[1]");
    }

    @Test
    void shouldFinishASecondAfterTen() {
        CompletableFuture<Void> run = start();

        background.pass(A_SECOND.multipliedBy(10));
        assertThat(clients.takeDone()).isEqualTo(ONE_RUN.subList(0, 11));
        assertThat(run).isNotDone();

        background.pass(A_SECOND);
        assertThat(clients.takeDone()).containsExactly("all: Finished[]");
        assertThat(run).isCompleted();
    }

    @Test
    void shouldStartAtZeroAgainWhenARunHasFinished() {
        start();
        background.pass(A_SECOND.multipliedBy(11));
        clients.takeDone();

        start();
        background.pass(A_SECOND.multipliedBy(11));
        assertThat(clients.takeDone()).isEqualTo(ONE_RUN);
    }

    @Test
    void shouldLetOthersJoinTheRunThatIsUnderWay() {
        CompletableFuture<Void> first = start();
        background.pass(A_SECOND.multipliedBy(5));
        CompletableFuture<Void> second = start();
        background.pass(A_SECOND.multipliedBy(6));

        assertThat(clients.takeDone()).isEqualTo(ONE_RUN);
        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
    }

    @Test
    void shouldStartANewRunForWhoAsksWhenHearingOfTheEnd() {
        ClientProxy asksAgain = (method, arguments) -> {
            if (method.equals("Finished")) {
                start();
            }
            return CompletableFuture.completedFuture(null);
        };
        service.count(asksAgain);
        background.pass(A_SECOND.multipliedBy(11));

        assertThat(clients.takeDone()).containsExactly("all: ReceiveUpdate[0]");
    }

    @Test
    void shouldFailTheRunWhenTimeCannotPass() {
        background.stop();

        assertThat(start()).isCompletedExceptionally();
        assertThat(start()).isCompletedExceptionally();
        assertThat(clients.takeDone()).containsExactly("all: ReceiveUpdate[0]", "all: ReceiveUpdate[0]");
    }

    @Test
    void shouldFailTheRunWhenNobodyCanBeTold() {
        ClientProxy broken = (method, arguments) -> {
            throw new IllegalStateException("the application has stopped");
        };

        assertThat(service.count(broken).toCompletableFuture()).isCompletedExceptionally();
        assertThat(start()).isNotDone();
    }

    private CompletableFuture<Void> start() {
        return service.count(clients.all()).toCompletableFuture();
    }
}
