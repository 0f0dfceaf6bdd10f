// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Looks up what the container keeps under a name. Thread-safe. */
@FunctionalInterface
interface ContainerNames {

    /**
     * Looks up a name.
     *
     * @throws NamingException when there is no such name, or no names here
     */
    Object lookup(String name) throws NamingException;

    /** The names of the container. */
    @SuppressWarnings("BanJNDI") // names of ours, not of a client's
    static ContainerNames ofContainer() {
        return name -> new InitialContext().lookup(name);
    }
}
