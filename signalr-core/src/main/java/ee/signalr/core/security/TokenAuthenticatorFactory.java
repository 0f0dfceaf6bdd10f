// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.security;

import ee.signalr.spi.TokenAuthenticator;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the authenticator of tokens that a library brings for applications without one of their own. Implementations are found by
 * {@link java.util.ServiceLoader} with the class loader of the application, and need a public constructor without parameters. For
 * authors of extensions.
 */
public interface TokenAuthenticatorFactory {

    /**
     * Makes the authenticator of an application, at its start.
     *
     * @param configuration gives the value of a property of MicroProfile Config or, where the server has none, of a context parameter
     * @return the authenticator; empty when the application configures none
     * @throws IllegalArgumentException when what is configured cannot work, with a sentence that tells what; the deployment fails
     */
    Optional<TokenAuthenticator> create(Function<String, Optional<String>> configuration);
}
