// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import ee.signalr.core.config.Settings;

/**
 * Makes a hub protocol for an application. Implementations are found by {@link java.util.ServiceLoader} with the class loader of
 * the application: a jar in {@code WEB-INF/lib} with a provider file for this interface needs no registration. An application
 * may have a bean of type {@link HubProtocol} instead.
 *
 * <p>Extension SPI. One instance is made per application; called by the thread that deploys or starts it.
 */
public interface HubProtocolFactory {

    /** The name of the protocol, by which clients ask for it, compared ignoring case; never null, always the same. */
    String name();

    /**
     * Makes the protocol, when the engine starts.
     *
     * @param settings the options of the application
     * @return a protocol with that name; never null
     */
    HubProtocol create(Settings settings);
}
