// SPDX-License-Identifier: Apache-2.0
package ee.signalr.spi;

import ee.signalr.Disconnection;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Runs around calls of hub methods, and around the callbacks at the beginning and the end of a connection: to check, count,
 * measure, log, translate, or answer in place of the hub. Every CDI bean of this type takes part, of whatever scope.
 *
 * <pre>{@code
 * @ApplicationScoped
 * @Priority(100)
 * public class Slow implements HubFilter {
 *     public CompletionStage<?> invoke(HubInvocationContext call, Next next) {
 *         long start = System.nanoTime();
 *         return next.proceed().whenComplete((result, failure) -> report(call.target(), System.nanoTime() - start));
 *     }
 * }
 * }</pre>
 *
 * <p><b>Order.</b> Filters nest by {@code jakarta.annotation.Priority}: the smallest value is outermost. Those without one
 * come last, equal ones in the order of their class names. The interceptors of the hub run inside all filters, right around
 * the method. {@link FilterFor} restricts a filter to some hubs; without it, it is for all.
 *
 * <p><b>Instances.</b> A filter that is {@code @Dependent} has one instance for the life of the application; others are
 * looked up in their scope at each use, with the request scope and the connection scope of the call.
 *
 * <p><b>Threads.</b> Filters run on threads that may block, within the synchronous part of the call: its request scope and
 * its connection scope are active, and what is injected knows the caller. What a filter does later, in the stages that it
 * returns, has none of these. Many calls run at once, so implementations must be thread-safe.
 *
 * <p>Unlike those of ASP.NET Core, filters also see calls that the server refuses; see {@link CallRefusedException}.
 */
public interface HubFilter {

    /**
     * Runs around a call. The outcome of the returned stage is the outcome of the call: its result, the stream object when
     * a stream was asked for (the items are not filtered), or its failure. Not to call {@code next} answers in place of the
     * hub. What is thrown fails the call; as always only the text of a {@link ee.signalr.HubException} or a
     * {@link CallRefusedException} reaches the client unless detailed errors are on.
     *
     * @param call what is called, and by whom
     * @param next the next filter, or the hub
     * @return the outcome; never null, but null is a result
     * @throws Exception fails the call
     */
    default CompletionStage<?> invoke(HubInvocationContext call, Next next) throws Exception {
        return next.proceed();
    }

    /**
     * Runs around the method marked {@link ee.signalr.OnConnected}, also when the hub has none. The client has been
     * answered that its handshake is accepted; none of its calls start before the returned stage is complete. What is
     * thrown refuses the client: its connection is closed with an error, and neither filters nor hub hear of its end.
     *
     * @param context who connects
     * @param next the next filter, or the hub
     * @return completes when the connection may be used; its result is ignored
     * @throws Exception refuses the connection
     */
    default CompletionStage<?> connected(HubFilterContext context, Next next) throws Exception {
        return next.proceed();
    }

    /**
     * Runs around the method marked {@link ee.signalr.OnDisconnected}, also when the hub has none. What is thrown is
     * logged.
     *
     * @param context whose connection has ended
     * @param disconnection why
     * @param next the next filter, or the hub
     * @return completes when the connection may be forgotten; its result is ignored
     * @throws Exception is logged
     */
    default CompletionStage<?> disconnected(HubFilterContext context, Disconnection disconnection, Next next)
            throws Exception {
        return next.proceed();
    }

    /** What comes after a filter: the next one or, in the end, the hub. Thread-safe. */
    interface Next {

        /**
         * Goes on. Called on the thread and within the synchronous part of the filter, the rest runs right here. Called
         * later or on another thread, it runs on a thread of the server's that may block, with a request scope of its own.
         *
         * <p>To be called once: later calls fail with an {@link IllegalStateException} ({@code SIGNALR-1080}).
         *
         * @return the outcome of the rest; never null. Everything that fails there fails this stage, nothing is thrown
         */
        CompletionStage<@Nullable Object> proceed();
    }
}
