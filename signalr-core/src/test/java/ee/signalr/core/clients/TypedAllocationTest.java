// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import ee.signalr.HubClients;
import ee.signalr.TypedHubClients;
import ee.signalr.core.lifetime.InMemoryHubLifetimeManager;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What an interface in front of clients allocates on top of what sending does, measured by the virtual machine itself. */
class TypedAllocationTest {

    private static final int ROUNDS = 10_000;
    private static final double MORE_BYTES_PER_SEND = 192;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final HubClients clients = new DefaultHubClients(new InMemoryHubLifetimeManager());
    private final TypedHubClients<Chat> typed = clients.typed(Chat.class);

    @Test
    void shouldAllocateLittleMoreThanNamesInStrings() {
        double plain = bytesPer(() -> clients.all().send("receive", "ann", "hi"));
        double withInterface = bytesPer(() -> typed.all().receive("ann", "hi"));

        System.getLogger(getClass().getName())
                .log(System.Logger.Level.INFO, "Bytes per send: {0}, typed: {1}", plain, withInterface);
        assertThat(withInterface - plain).isLessThan(MORE_BYTES_PER_SEND);
    }

    private double bytesPer(Runnable send) {
        long self = Thread.currentThread().getId();
        long before = 0;
        // The second time counts.
        for (int time = 0; time < 2; time++) {
            before = threads.getThreadAllocatedBytes(self);
            for (int i = 0; i < ROUNDS; i++) {
                send.run();
            }
        }
        return (double) (threads.getThreadAllocatedBytes(self) - before) / ROUNDS;
    }

    interface Chat {
        void receive(String user, String text);
    }
}
