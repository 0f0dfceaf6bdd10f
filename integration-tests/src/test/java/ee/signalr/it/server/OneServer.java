// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one server for the whole run: it starts with the first test that asks and stops after the last test. */
abstract class OneServer implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(OneServer.class);

    abstract TestServer start();

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TestServer.class.isAssignableFrom(parameter.getParameter().getType());
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(getClass(), key -> start(), TestServer.class);
    }
}
