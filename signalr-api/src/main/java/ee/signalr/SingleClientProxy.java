// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * A single client, the caller or one that is known by its connection id. Other than many, a single client can be asked for a
 * result. Thread-safe; may be kept and used again.
 *
 * <p>No thread waits for the result, and no thread should: return the stage, or one that depends on it, from the hub method.
 * While a call of a hub awaits a result that it asked for through its {@link HubCallerClients}, one more call of the same
 * caller may start, so that a client can call the hub before it answers.
 *
 * <p>What the stage fails with:
 *
 * <ul>
 *   <li>{@link ClientGoneException}: there is no such client, or it disconnected before it answered.
 *   <li>{@link HubException}: the client answered with an error, whose text is the message; or with a value that does not fit
 *       the type ({@code Error trying to deserialize result to <Type>. …}); or it did not answer in time
 *       ({@code Invocation canceled by the server.}, caused by a {@link java.util.concurrent.TimeoutException}).
 *   <li>{@link SignalRException}: {@code maximum-pending-client-results} results of this client are awaited already.
 * </ul>
 *
 * <p>What depends on the stage runs on a thread of the application, without the contexts of the call. Cancelling the stage
 * ({@code stage.toCompletableFuture().cancel(false)}) gives the result up; the client is not told.
 */
public interface SingleClientProxy extends ClientProxy {

    /**
     * Calls a method of the client and gets what it returns.
     *
     * @param <T> the type of the result
     * @param resultType the class to which the result is bound; {@code Void.class} when its value does not matter
     * @param method the name of the client's method, not empty
     * @param arguments the arguments, each written by the hub protocol (an element may be null); none is fine
     * @return a stage of the result, which may be null
     * @throws IllegalArgumentException when {@code method} is empty
     * @throws IllegalStateException within {@link OnConnected}, of the caller's own clients ({@code Client results inside
     *     OnConnectedAsync Hub methods are not allowed.})
     * @throws HubEncodingException when an argument cannot be written
     */
    <T> CompletionStage<T> invoke(Class<T> resultType, String method, Object... arguments);

    /**
     * Calls a method of the client and gets what it returns, for types that a class cannot tell, such as
     * {@code List<String>}: {@code new TypeLiteral<List<String>>() {}.getType()}. As in JSON-B, nothing checks that the type
     * is that of the variable.
     *
     * @param <T> the type of the result
     * @param resultType the type to which the result is bound
     * @param method the name of the client's method, not empty
     * @param arguments the arguments, each written by the hub protocol (an element may be null); none is fine
     * @return a stage of the result, which may be null
     * @throws IllegalArgumentException when {@code method} is empty
     * @throws IllegalStateException within {@link OnConnected}, of the caller's own clients
     * @throws HubEncodingException when an argument cannot be written
     */
    <T> CompletionStage<T> invoke(Type resultType, String method, Object... arguments);

    /**
     * The same client with a time limit of its own for results, instead of {@code client-result-timeout} (30 seconds by
     * default). Limits are looked after once a second, so a result may be given up as much as that later.
     *
     * @param timeout how long the client may take, more than zero
     * @return the proxy; never null
     * @throws IllegalArgumentException when the time-out is not more than zero
     */
    SingleClientProxy withTimeout(Duration timeout);
}
