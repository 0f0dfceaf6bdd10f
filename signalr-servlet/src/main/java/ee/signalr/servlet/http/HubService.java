// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.ConnectionManager;
import ee.signalr.core.connection.TransportOrigin;
import ee.signalr.spi.TokenAuthenticator;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * What the servlet serves, and whom it tells of its life. Implementations are thread-safe.
 */
public interface HubService {

    /** The connections. */
    ConnectionManager connections();

    /** The options of the application. */
    Settings settings();

    /** Tells whom tokens stand for; empty when tokens are not accepted. */
    Optional<TokenAuthenticator> authenticator();

    /** The roles for which the container is to be asked. */
    Set<String> roleNames();

    /**
     * What the server itself knows of the caller of the request that this thread serves.
     *
     * @return runs tasks with that on the thread that calls it; {@link TransportOrigin#NO_CONTEXT} where the server knows nothing
     */
    Executor callerContext();

    /** Tells the time. */
    InstantSource time();

    /** Runs what may block for a while; not user code. */
    Executor background();

    /** The container can be asked for anything, and takes requests from now on. */
    void started();

    /** The container takes no more requests. */
    void stopped();
}
