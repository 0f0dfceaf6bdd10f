// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core;

import ee.signalr.ConnectionContext;
import ee.signalr.core.dispatch.ConnectionHandlerActivation;
import ee.signalr.core.dispatch.ConnectionHandlerActivator;
import ee.signalr.core.dispatch.ConnectionHandlerDefinition;
import java.util.List;

/**
 * The connection handlers of an application.
 *
 * @param definitions what is known of each
 * @param activator where their instances come from
 */
public record RawHandlers(List<ConnectionHandlerDefinition> definitions, ConnectionHandlerActivator activator) {

    /** For an application that has none. */
    public static final RawHandlers NONE = new RawHandlers(List.of(), new NobodysActivator());

    /** Takes an immutable copy. */
    public RawHandlers {
        definitions = List.copyOf(definitions);
    }

    /** Where there is nothing to activate. */
    private static final class NobodysActivator implements ConnectionHandlerActivator {

        @Override
        public ConnectionHandlerActivation activate(Class<?> handlerClass, ConnectionContext connection) {
            throw new IllegalArgumentException(
                    handlerClass.getName() + " is not a connection handler of this application");
        }

        @Override
        public void ended(ConnectionContext connection) {
            throw new IllegalArgumentException(connection + " is not a connection of this application");
        }
    }
}
