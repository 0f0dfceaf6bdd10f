// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import ee.signalr.GroupManager;
import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.HubException;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** What the client suites call. One instance per call. */
@Hub("/suite")
public class SuiteHub {

    @Inject
    HubCallerContext context;

    @Inject
    HubCallerClients clients;

    @Inject
    GroupManager groups;

    @Inject
    Presence presence;

    @Inject
    Gates gates;

    /** Joins the group that the query names, and refuses who asks for that. */
    @OnConnected
    CompletionStage<Void> connected() {
        if (context.httpRequest().queryParameter("refuse").isPresent()) {
            throw new HubException("refused as asked");
        }
        presence.add(context.connectionId());
        return context.httpRequest()
                .queryParameter("group")
                .map(group -> groups.add(context.connectionId(), group))
                .orElseGet(Gates::nothing);
    }

    @OnDisconnected
    void disconnected() {
        presence.remove(context.connectionId());
    }

    /** Answers its argument. */
    public String echo(String text) {
        return text;
    }

    /** Answers its argument, whatever its members. */
    public Parcel echoParcel(Parcel parcel) {
        return parcel;
    }

    /** Answers the sum. */
    public int add(int first, int second) {
        return first + second;
    }

    /** Answers the map with every value doubled. */
    public Map<String, Integer> doubled(Map<String, Integer> numbers) {
        Map<String, Integer> answer = new TreeMap<>();
        numbers.forEach((name, number) -> answer.put(name, number * 2));
        return answer;
    }

    /** Does nothing and returns nothing. */
    public void nothing(String text) {}

    /** Answers null. */
    public String none() {
        return null;
    }

    /** Fails with a text that no client may read. */
    public void fail() {
        throw new IllegalStateException("not for clients");
    }

    /** Fails with a text for the client. */
    public void tell(String text) {
        throw new HubException(text);
    }

    /** Fails after it has returned. */
    public CompletionStage<String> failLater() {
        return Gates.failed(new HubException("later"));
    }

    /** Answers once somebody has opened the gate; holds no thread. */
    public CompletionStage<String> pass(String gate) {
        return gates.await(gate);
    }

    /** Lets those pass who wait at the gate, and answers how many did. */
    public int open(String gate) {
        return gates.open(gate);
    }

    /** Who is connected to this hub. */
    public List<String> present() {
        return presence.all();
    }

    /** The caller's connection id. */
    public String whoAmI() {
        return context.connectionId();
    }

    /** The caller's transport. */
    public String transport() {
        return context.transport().wireName();
    }

    /** A parameter of the query that opened the transport, or null. */
    public String query(String name) {
        return context.httpRequest().queryParameter(name).orElse(null);
    }

    /** A header of the request that opened the transport, or null. */
    public String header(String name) {
        return context.httpRequest().header(name).orElse(null);
    }

    /** Counts, as earlier calls of the same connection left it. */
    public int count() {
        return (Integer) context.items().merge("count", 1, (old, one) -> (Integer) old + (Integer) one);
    }

    /** Ends the caller's connection. */
    public void abort() {
        context.abort();
    }

    /** Sends {@code number(0)} to {@code number(count - 1)} to the caller. */
    public void numbers(int count) {
        for (int number = 0; number < count; number++) {
            clients.caller().send("number", number);
        }
    }

    /** Joins a group. */
    public CompletionStage<Void> join(String group) {
        return groups.add(context.connectionId(), group);
    }

    /** Leaves a group. */
    public CompletionStage<Void> leave(String group) {
        return groups.remove(context.connectionId(), group);
    }

    /** Sends {@code receive(text)} to the clients that {@code selector} names. */
    public CompletionStage<Void> sendTo(String selector, List<String> names, String text) {
        return Selectors.select(clients, selector, names).send("receive", text);
    }
}
