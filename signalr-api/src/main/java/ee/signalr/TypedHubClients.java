// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.time.Duration;
import java.util.Collection;

/**
 * Selects clients as {@link HubClients} does, and lets their methods be called through an interface that describes the client:
 *
 * <pre>{@code
 * public interface ChatClient {
 *     void receive(String user, String text);
 *     CompletionStage<String> askName();
 * }
 *
 * clients.typed(ChatClient.class).all().receive("ann", "hi");
 * }</pre>
 *
 * <p>A {@code void} method sends, as {@link ClientProxy#send} does and with what it throws. A method that returns a {@code
 * CompletionStage<T>} asks a single client for a result, as {@link SingleClientProxy#invoke(Class, String, Object...)} does; on
 * a selector of many it throws an {@link IllegalStateException}. The client's method has the name of the Java method, or that of
 * its {@link HubMethodName}. Inherited methods belong to the interface too; default methods are not sent but run. Any other
 * result, generic methods, and two methods of one name (ignoring case) make the interface invalid.
 *
 * <p>Thread-safe; what is selected may be kept and used again.
 *
 * @param <T> the interface
 */
public interface TypedHubClients<T> {

    /**
     * All clients of the hub.
     *
     * @return their methods; never null
     */
    T all();

    /**
     * All clients of the hub but some.
     *
     * @param excludedConnectionIds those left out
     * @return their methods; never null
     */
    T allExcept(Collection<String> excludedConnectionIds);

    /**
     * One client. The only one of these selectors that can be asked for a result.
     *
     * @param connectionId its {@linkplain HubCallerContext#connectionId() connection id}
     * @return its methods; never null
     */
    T client(String connectionId);

    /**
     * Several clients. One that is named twice gets the message once.
     *
     * @param connectionIds their connection ids
     * @return their methods; never null
     */
    T clients(Collection<String> connectionIds);

    /**
     * The members of a group.
     *
     * @param groupName the group, not empty
     * @return their methods; never null
     * @throws IllegalArgumentException when the name is empty
     */
    T group(String groupName);

    /**
     * The members of several groups. A member of two of them gets the message twice, as in ASP.NET Core.
     *
     * @param groupNames the groups, none empty
     * @return their methods; never null
     * @throws IllegalArgumentException when a name is empty
     */
    T groups(Collection<String> groupNames);

    /**
     * The members of a group but some.
     *
     * @param groupName the group, not empty
     * @param excludedConnectionIds those left out
     * @return their methods; never null
     * @throws IllegalArgumentException when the name is empty
     */
    T groupExcept(String groupName, Collection<String> excludedConnectionIds);

    /**
     * All connections of a user.
     *
     * @param userId the {@linkplain HubCallerContext#userIdentifier() user id}
     * @return their methods; never null
     */
    T user(String userId);

    /**
     * All connections of several users.
     *
     * @param userIds the user ids
     * @return their methods; never null
     */
    T users(Collection<String> userIds);

    /**
     * The same selectors with a time limit of their own for results, as {@link SingleClientProxy#withTimeout} has it.
     *
     * @param timeout how long a client may take, more than zero
     * @return the selectors; never null
     * @throws IllegalArgumentException when the time-out is not more than zero
     */
    TypedHubClients<T> withTimeout(Duration timeout);
}
