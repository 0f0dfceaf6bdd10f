// SPDX-License-Identifier: Apache-2.0
package ee.signalr.spi;

import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;

/** What a {@link HubFilter} knows of the connection that it is called for. Thread-safe; may be kept and used later. */
public interface HubFilterContext {

    /**
     * Whose connection it is.
     *
     * @return the connection itself, valid on any thread; never null
     */
    HubCallerContext caller();

    /**
     * The clients as seen from that connection.
     *
     * @return the selectors, valid on any thread; never null
     */
    HubCallerClients clients();

    /**
     * The class of the hub that the connection is for.
     *
     * @return the class annotated with {@link ee.signalr.Hub}; never null
     */
    Class<?> hubClass();

    /**
     * The name of the hub in configuration and logs.
     *
     * @return the name; never null
     */
    String hubName();
}
