// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.bench;

import ee.signalr.GroupManager;
import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What load generators call. One instance serves all connections, which spares the container a bean per call; who is
 * calling therefore comes as a parameter that the server fills in. Thread-safe.
 */
@Hub("/bench")
@ApplicationScoped
public class BenchHub {

    static final String GROUP = "g";
    static final String RECEIVE = "Receive";

    @Inject
    private GroupManager groups;

    /** For the container, which injects the rest. */
    BenchHub() {}

    BenchHub(GroupManager groups) {
        this.groups = groups;
    }

    /**
     * Answers its argument.
     *
     * @param text any text
     * @return the same
     */
    public String echo(String text) {
        return text;
    }

    /**
     * Answers the last of three arguments of different types.
     *
     * @param text any text
     * @param number any number
     * @param payload any object
     * @return the object
     */
    public Payload echoArgs(String text, int number, Payload payload) {
        return payload;
    }

    /**
     * Calls {@code Receive} of the caller.
     *
     * @param text its argument
     * @param clients given by the server
     * @return done when the caller's queue has room again
     */
    public CompletionStage<Void> sendToCaller(String text, HubCallerClients clients) {
        return clients.caller().send(RECEIVE, text);
    }

    /**
     * Calls {@code Receive} of all clients.
     *
     * @param text its argument
     * @param clients given by the server
     * @return done at once
     */
    public CompletionStage<Void> broadcast(String text, HubCallerClients clients) {
        return clients.all().send(RECEIVE, text);
    }

    /**
     * Calls {@code Receive} of the members of group {@code g}.
     *
     * @param text its argument
     * @param clients given by the server
     * @return done at once
     */
    public CompletionStage<Void> broadcastGroup(String text, HubCallerClients clients) {
        return clients.group(GROUP).send(RECEIVE, text);
    }

    /**
     * Streams whole numbers as fast as the caller takes them.
     *
     * @param count how many, from 0 on
     * @return the numbers
     */
    public Stream<Integer> stream(int count) {
        return IntStream.range(0, count).boxed();
    }

    /**
     * Counts what the caller streams.
     *
     * @param items any texts
     * @return how many there were
     */
    public CompletionStage<Integer> upload(Flow.Publisher<String> items) {
        ItemCount count = new ItemCount();
        items.subscribe(count);
        return count.result();
    }

    /**
     * Makes the caller a member of a group.
     *
     * @param group its name
     * @param caller given by the server
     * @return done when messages to the group reach the caller
     */
    public CompletionStage<Void> join(String group, HubCallerContext caller) {
        return groups.add(caller.connectionId(), group);
    }
}
