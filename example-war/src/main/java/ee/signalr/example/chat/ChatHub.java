// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.chat;

import ee.signalr.GroupManager;
import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.example.Background;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * A chat in which everybody is a member of one group. It is {@code @Dependent}: a new instance for every call, so what is
 * injected belongs to that call and may be used on any thread.
 */
@Hub("/chat")
public class ChatHub {

    static final String GROUP = "group";
    static final Duration THINKING = Duration.ofSeconds(4);

    private final HubCallerContext context;
    private final HubCallerClients clients;
    private final GroupManager groups;
    private final Background background;

    @Inject
    ChatHub(HubCallerContext context, HubCallerClients clients, GroupManager groups, Background background) {
        this.context = context;
        this.clients = clients;
        this.groups = groups;
        this.background = background;
    }

    @OnConnected
    CompletionStage<Void> join() {
        return groups.add(context.connectionId(), GROUP);
    }

    @OnDisconnected
    CompletionStage<Void> leave() {
        return groups.remove(context.connectionId(), GROUP);
    }

    /**
     * Says something to everybody in the group, the caller included.
     *
     * @param message what to say
     * @return done when the message is on its way
     */
    public CompletionStage<Void> broadcast(String message) {
        return clients.group(GROUP).send("receive", message);
    }

    /**
     * Says something to the caller alone.
     *
     * @param message what to say
     * @return done when the message is on its way
     */
    public CompletionStage<Void> echo(String message) {
        return clients.caller().send("receive", message);
    }

    /** Fails. The caller learns that the call failed, and not why: the text is for the server's log. */
    public void panic() {
        throw new IllegalStateException("Don't panic!");
    }

    /**
     * Answers after four seconds in which no thread waits.
     *
     * @param message any text
     * @return the text in upper and in lower case, and its length, all of them strings
     */
    public CompletionStage<Map<String, String>> requestAsync(String message) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("ToUpper", message.toUpperCase(Locale.ROOT));
        answer.put("ToLower", message.toLowerCase(Locale.ROOT));
        answer.put("len", Integer.toString(message.length()));
        return background.after(THINKING).thenApply(over -> answer);
    }

    /**
     * Answers several values of different types at once.
     *
     * @param message any text
     * @return the text in upper case, in lower case, and its length as a number
     */
    public List<Object> requestTuple(String message) {
        return List.of(message.toUpperCase(Locale.ROOT), message.toLowerCase(Locale.ROOT), message.length());
    }

    /** Ends the caller's connection for good: its client is told not to reconnect. */
    public void abort() {
        context.abort();
    }
}
