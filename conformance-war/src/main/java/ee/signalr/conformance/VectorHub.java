// SPDX-License-Identifier: Apache-2.0
package ee.signalr.conformance;

import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.HubException;
import ee.signalr.HubMethodName;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The hub behind the recorded conversations, served at two paths. Its methods do what their names say; a client may send
 * null wherever the type can hold it, so that the methods return it.
 */
public abstract class VectorHub extends StreamingVectorHub {

    private final HubCallerContext context;
    private final HubCallerClients clients;

    VectorHub(HubCallerContext context, HubCallerClients clients) {
        this.context = context;
        this.clients = clients;
    }

    public @Nullable String echoString(@Nullable String value) {
        return value;
    }

    public int echoInt(int value) {
        return value;
    }

    public long echoLong(long value) {
        return value;
    }

    public double echoDouble(double value) {
        return value;
    }

    public boolean echoBool(boolean value) {
        return value;
    }

    public BigDecimal echoDecimal(BigDecimal value) {
        return value;
    }

    public OffsetDateTime echoDate(OffsetDateTime value) {
        return value;
    }

    public UUID echoGuid(UUID value) {
        return value;
    }

    public byte @Nullable [] echoBytes(byte @Nullable [] value) {
        return value;
    }

    public @Nullable Integer echoNullableInt(@Nullable Integer value) {
        return value;
    }

    public @Nullable List<Integer> echoList(@Nullable List<Integer> value) {
        return value;
    }

    public String @Nullable [] echoStrings(String @Nullable [] value) {
        return value;
    }

    public @Nullable Map<String, Integer> echoMap(@Nullable Map<String, Integer> value) {
        return value;
    }

    public @Nullable Point echoPoint(@Nullable Point value) {
        return value;
    }

    public @Nullable Order echoOrder(@Nullable Order value) {
        return value;
    }

    public int add(int first, int second) {
        return first + second;
    }

    public String noArgs() {
        return "none";
    }

    public void voidMethod(@Nullable String value) {}

    public CompletionStage<Void> taskMethod(@Nullable String value) {
        return CompletableFuture.runAsync(() -> {});
    }

    public CompletionStage<@Nullable String> taskString(@Nullable String value) {
        return CompletableFuture.supplyAsync(() -> value);
    }

    public @Nullable String returnNull() {
        return null;
    }

    public void throwPlain() {
        throw new InvalidOperationException("secret detail");
    }

    public void throwHub(String text) {
        throw new HubException(text);
    }

    public CompletionStage<Void> throwLater() {
        return CompletableFuture.runAsync(() -> {
            throw new InvalidOperationException("later");
        });
    }

    @HubMethodName("renamed")
    public String original() {
        return "renamed answer";
    }

    public CompletionStage<Void> sendToCaller(@Nullable String text) {
        return clients.caller().send("receive", text);
    }

    public void sendThree() {
        clients.caller().send("a", 1);
        clients.caller().send("b", 1, "two");
        clients.caller().send("c");
    }

    public CompletionStage<String> askClient() {
        return clients.caller().invoke(String.class, "ask", "q").thenApply(answer -> "client said " + answer);
    }

    public void abort() {
        context.abort();
    }

    /** Static, so it is not callable by clients. */
    public static String staticOne() {
        return "static";
    }

    /** Protected, so it is not callable by clients. */
    protected String prot() {
        return "protected";
    }

    /** Private, so it is not callable by clients. */
    private String hidden() {
        return "hidden";
    }
}
