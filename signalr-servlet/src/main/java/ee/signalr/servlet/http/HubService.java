// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.ConnectionManager;
import java.util.concurrent.Executor;

/**
 * What the servlet serves, and whom it tells of its life. Implementations are thread-safe.
 */
public interface HubService {

    /** The connections. */
    ConnectionManager connections();

    /** The options of the application. */
    Settings settings();

    /** Runs what may block for a while; not user code. */
    Executor background();

    /** The container can be asked for anything, and takes requests from now on. */
    void started();

    /** The container takes no more requests. */
    void stopped();
}
