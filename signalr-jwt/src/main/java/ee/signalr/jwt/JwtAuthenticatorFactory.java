// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import ee.signalr.core.security.TokenAuthenticatorFactory;
import ee.signalr.spi.TokenAuthenticator;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * Found by {@link java.util.ServiceLoader}: makes an authenticator of MicroProfile JWTs, where a key is configured. Stateless.
 */
public final class JwtAuthenticatorFactory implements TokenAuthenticatorFactory {

    /** For {@link java.util.ServiceLoader}. */
    public JwtAuthenticatorFactory() {}

    @Override
    public Optional<TokenAuthenticator> create(Function<String, Optional<String>> configuration) {
        JwtConfiguration settings = new JwtConfiguration(configuration);
        return settings.keys().map(keys -> authenticator(settings, keys));
    }

    private static TokenAuthenticator authenticator(JwtConfiguration settings, KeySource keys) {
        SignatureCheck signature = new SignatureCheck(settings.algorithm(), keys);
        return new JwtAuthenticator(signature, settings.rules(), Clock.systemUTC());
    }
}
