// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;

/**
 * Who is calling: the connection behind a hub method or a lifecycle callback. Inject it into a hub, or declare it as a
 * parameter of a hub method (such a parameter is given by the server and not counted among the client's arguments).
 *
 * <p>Thread-safe. Injected into a bean that lives no longer than the connection - a {@code @Dependent}, {@code
 * @RequestScoped} or {@link ConnectionScoped} hub, other beans of the latter two scopes, and {@code @Dependent} beans held
 * only by such - it is the caller's own object and may be used on any thread. In {@code @ApplicationScoped} hubs and
 * everywhere else it stands for the call that is running on the calling thread, and every method throws {@link
 * IllegalStateException} (code {@code SIGNALR-2001}) where there is none; such beans take it as a parameter of the hub method
 * when they go on elsewhere. All methods keep working after the connection has ended.
 */
public interface HubCallerContext {

    /**
     * The public id of the connection, to address it by {@link HubClients#client} and in groups. Not a secret; the token
     * that the client's transport uses is another one.
     *
     * @return the id; never null, the same for the whole life of the connection
     */
    String connectionId();

    /**
     * Whose connection it is, as told by the {@link ee.signalr.spi.UserIdProvider} at the handshake: by default the name
     * of the principal.
     *
     * @return the user id, or empty when the caller is nobody in particular; fixed for the life of the connection
     */
    Optional<String> userIdentifier();

    /**
     * The identity that the container had established for the request that opened the transport.
     *
     * @return the principal, or empty for an anonymous caller
     */
    Optional<Principal> principal();

    /**
     * The roles of the caller, as far as they are known: those that annotations of the application's hubs name ({@code
     * RolesAllowed}, {@code DeclareRoles}) and the container grants, and all that its token carries. The request that opened the
     * transport decides, and later a {@linkplain OnAuthenticationRefreshed refresh} or {@link HubConnections#recheckRoles}.
     *
     * @return the roles; an immutable set, empty for an anonymous caller, never null
     */
    Set<String> roles();

    /**
     * Whether the caller has a role.
     *
     * @param role a role of {@link #roles}, or {@code **} for any authenticated caller
     * @return whether it has
     */
    boolean isInRole(String role);

    /**
     * Values that the application keeps with the connection, across calls.
     *
     * @return the live map of this connection; never null, the same map for every call
     */
    ConcurrentMap<String, Object> items();

    /**
     * How the client is connected.
     *
     * @return the transport; never null
     */
    TransportType transport();

    /**
     * Fires when the connection has ended for whatever reason. It has fired before the method marked
     * {@link OnDisconnected} runs.
     *
     * @return the signal of this connection; never null
     */
    CancellationToken aborted();

    /**
     * Ends the connection: the client gets a Close message that forbids it to reconnect automatically. Returns at once;
     * calls after the first do nothing.
     */
    void abort();

    /**
     * What the HTTP request that opened the transport said.
     *
     * @return the snapshot; never null
     */
    HttpRequestSnapshot httpRequest();
}
