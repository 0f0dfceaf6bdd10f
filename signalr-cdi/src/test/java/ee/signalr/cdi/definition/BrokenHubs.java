// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.Disconnection;
import ee.signalr.Hub;
import ee.signalr.HubMethodName;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.cdi.definition.elsewhere.BaseElsewhere;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Singleton;
import java.io.Serializable;
import java.util.List;
import java.util.ListIterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Hubs that break one rule each, and what is to be said of them. */
public final class BrokenHubs {

    private BrokenHubs() {}

    /**
     * Classes that break a rule.
     *
     * @param classes the classes of the application
     * @param code the code of the rule
     * @param place the class, and the method where it is about one
     */
    public record Broken(List<Class<?>> classes, String code, String place) {

        static Broken of(String code, Class<?> hub, String member) {
            return new Broken(List.of(hub), code, hub.getName() + "." + member);
        }

        static Broken of(String code, Class<?>... hubs) {
            return new Broken(List.of(hubs), code, hubs[hubs.length - 1].getName());
        }

        @Override
        public String toString() {
            return code + " " + place;
        }
    }

    /** Those that containers accept as beans. */
    public static Stream<Broken> beans() {
        return Stream.of(
                Broken.of("SIGNALR-2101", Overloads.class, "send(String, String)"),
                Broken.of("SIGNALR-2101", SameIgnoringCase.class, "send()"),
                Broken.of("SIGNALR-2101", SameName.class, "two()"),
                Broken.of("SIGNALR-2101", OverloadedSuper.class, "send(int)"),
                Broken.of("SIGNALR-2102", Generic.class, "send(Object)"),
                Broken.of("SIGNALR-2103", PathA.class, PathB.class),
                Broken.of("SIGNALR-2103", SamePathTwice.class),
                Broken.of("SIGNALR-2103", PathA.class, PathOfNegotiation.class),
                Broken.of("SIGNALR-2104", NameA.class, NameB.class),
                Broken.of("SIGNALR-2105", RelativePath.class),
                Broken.of("SIGNALR-2105", TrailingSlash.class),
                Broken.of("SIGNALR-2105", Star.class),
                Broken.of("SIGNALR-2105", Template.class),
                Broken.of("SIGNALR-2105", EmptyPath.class),
                Broken.of("SIGNALR-2105", DoubleSlash.class),
                Broken.of("SIGNALR-2105", Query.class),
                Broken.of("SIGNALR-2106", NoPath.class),
                Broken.of("SIGNALR-2107", StaticCallback.class, "joined()"),
                Broken.of("SIGNALR-2108", TwoCallbacks.class, "b()"),
                Broken.of("SIGNALR-2109", CallbackWithArgument.class, "joined(String)"),
                Broken.of("SIGNALR-2109", ConnectedWithDisconnection.class, "joined(Disconnection)"),
                Broken.of("SIGNALR-2110", CallbackWithResult.class, "left()"),
                Broken.of("SIGNALR-2111", PrivateCallback.class, "joined()"),
                Broken.of("SIGNALR-2111", CallbackElsewhere.class, "joined()"),
                Broken.of("SIGNALR-2112", EmptyName.class, "send()"),
                Broken.of("SIGNALR-2113", Session.class),
                Broken.of("SIGNALR-2113", OneForAll.class),
                Broken.of("SIGNALR-2130", SubmissionResult.class, "count()"),
                Broken.of("SIGNALR-2130", IntStreamResult.class, "count()"),
                Broken.of("SIGNALR-2130", ListIteratorResult.class, "count()"),
                Broken.of("SIGNALR-2130", LaterIntStreamResult.class, "count()"),
                Broken.of("SIGNALR-2130", ProcessorParameter.class, "upload(Processor)"),
                Broken.of("SIGNALR-2116", DisconnectionArgument.class, "send(Disconnection)"));
    }

    /** Those that containers pass over. */
    public static Stream<Broken> notBeans() {
        return Stream.of(
                Broken.of("SIGNALR-2114", AnInterface.class),
                Broken.of("SIGNALR-2114", Abstract.class),
                Broken.of("SIGNALR-2114", ARecord.class),
                Broken.of("SIGNALR-2114", AnEnum.class),
                Broken.of("SIGNALR-2114", Inner.class),
                Broken.of("SIGNALR-2114", NoConstructor.class));
    }

    @Hub("/x")
    public static class Overloads {

        public void send(String text) {}

        public void send(String user, String text) {}
    }

    @Hub("/x")
    public static class SameIgnoringCase {

        public void Send() {}

        public void send() {}
    }

    @Hub("/x")
    public static class SameName {

        @HubMethodName("same")
        public void one() {}

        @HubMethodName("SAME")
        public void two() {}
    }

    public static class OverloadedBase {

        public void send(int number) {}
    }

    @Hub("/x")
    public static class OverloadedSuper extends OverloadedBase {

        public void send(String text) {}
    }

    @Hub("/x")
    public static class Generic {

        public <T> void send(T value) {}
    }

    @Hub("/x")
    public static class PathA {}

    @Hub({"/y", "/x"})
    public static class PathB {}

    @Hub({"/x", "/x"})
    public static class SamePathTwice {}

    @Hub("/x/negotiate")
    public static class PathOfNegotiation {}

    @Hub(value = "/a", name = "name")
    public static class NameA {}

    @Hub(value = "/b", name = "name")
    public static class NameB {}

    @Hub("x")
    public static class RelativePath {}

    @Hub("/x/")
    public static class TrailingSlash {}

    @Hub("/x/*")
    public static class Star {}

    @Hub("/{x}")
    public static class Template {}

    @Hub("")
    public static class EmptyPath {}

    @Hub("/x//y")
    public static class DoubleSlash {}

    @Hub("/x?y")
    public static class Query {}

    @Hub({})
    public static class NoPath {}

    @Hub("/x")
    public static class StaticCallback {

        @OnConnected
        static void joined() {}
    }

    @Hub("/x")
    public static class TwoCallbacks {

        @OnConnected
        void a() {}

        @OnConnected
        void b() {}
    }

    @Hub("/x")
    public static class CallbackWithArgument {

        @OnConnected
        void joined(String text) {}
    }

    @Hub("/x")
    public static class ConnectedWithDisconnection {

        @OnConnected
        void joined(Disconnection disconnection) {}
    }

    @Hub("/x")
    public static class CallbackWithResult {

        @OnDisconnected
        String left() {
            return "";
        }
    }

    @Hub("/x")
    @ApplicationScoped
    public static class PrivateCallback {

        @OnConnected
        @SuppressWarnings("unused")
        private void joined() {}
    }

    @Hub("/x")
    @RequestScoped
    public static class CallbackElsewhere extends BaseElsewhere {}

    @Hub("/x")
    public static class EmptyName {

        @HubMethodName(" ")
        public void send() {}
    }

    @Hub("/x")
    @SessionScoped
    public static class Session implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    @Hub("/x")
    @Singleton
    public static class OneForAll {}

    @Hub("/x")
    public static class SubmissionResult {

        public SubmissionPublisher<Integer> count() {
            return new SubmissionPublisher<>();
        }
    }

    @Hub("/x")
    public static class IntStreamResult {

        public IntStream count() {
            return IntStream.of();
        }
    }

    @Hub("/x")
    public static class ListIteratorResult {

        public ListIterator<Integer> count() {
            return List.<Integer>of().listIterator();
        }
    }

    @Hub("/x")
    public static class LaterIntStreamResult {

        public CompletionStage<IntStream> count() {
            return CompletableFuture.completedFuture(IntStream.of());
        }
    }

    @Hub("/x")
    public static class ProcessorParameter {

        public void upload(Flow.Processor<String, String> lines) {}
    }

    @Hub("/x")
    public static class DisconnectionArgument {

        public void send(Disconnection disconnection) {}
    }

    @Hub("/x")
    public interface AnInterface {}

    @Hub("/x")
    public abstract static class Abstract {}

    @Hub("/x")
    public record ARecord(String name) {}

    @Hub("/x")
    public enum AnEnum {
        /** The only one. */
        ONLY
    }

    @Hub("/x")
    public class Inner {}

    @Hub("/x")
    public static class NoConstructor {

        public NoConstructor(String text) {}
    }
}
