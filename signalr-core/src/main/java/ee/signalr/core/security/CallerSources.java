// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.security;

import ee.signalr.spi.TokenAuthenticator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an application has to find out who its callers are. Immutable.
 *
 * @param roleNames the roles that its hubs and connection handlers name, for which the container is asked
 * @param own the application's authenticator of tokens; null when it has none
 * @param libraries make one where it has none
 */
public record CallerSources(
        Set<String> roleNames, @Nullable TokenAuthenticator own, List<TokenAuthenticatorFactory> libraries) {

    /** Nothing but what the container says. */
    public static final CallerSources NONE = new CallerSources(Set.of(), null, List.of());

    /** Takes immutable copies. */
    public CallerSources {
        roleNames = Set.copyOf(roleNames);
        libraries = List.copyOf(libraries);
    }

    /**
     * The factories that a class loader sees.
     *
     * @return an immutable list in the order in which they are found
     * @throws java.util.ServiceConfigurationError when one cannot be loaded
     */
    public static List<TokenAuthenticatorFactory> found(ClassLoader loader) {
        List<TokenAuthenticatorFactory> factories = new ArrayList<>();
        ServiceLoader.load(TokenAuthenticatorFactory.class, loader).forEach(factories::add);
        return List.copyOf(factories);
    }

    /**
     * The authenticator of tokens, at the start of the application: its own, or the first that a library makes.
     *
     * @param configuration gives the value of a property
     * @throws IllegalArgumentException when what is configured cannot work
     */
    public Optional<TokenAuthenticator> open(Function<String, Optional<String>> configuration) {
        if (own != null) {
            return Optional.of(own);
        }
        return libraries.stream()
                .flatMap(library -> library.create(configuration).stream())
                .findFirst();
    }
}
