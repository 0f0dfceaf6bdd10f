// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.login;

import ee.signalr.spi.AuthenticatedCaller;
import ee.signalr.spi.TokenAuthenticator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tokens of this application's own login: it issues them, and tells hubs whom they stand for. With an identity provider you
 * need no such class: use {@code signalr-jwt}. Thread-safe.
 */
@ApplicationScoped
public class LoginTokens implements TokenAuthenticator {

    /** How long a token is good. */
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Clock clock;

    @Inject
    private SignedText signedText;

    /** For the container, which injects the rest. */
    LoginTokens() {
        clock = Clock.systemUTC();
    }

    LoginTokens(SignedText signedText, Clock clock) {
        this.signedText = signedText;
        this.clock = clock;
    }

    /** A new token that stands for the account. */
    String issue(Account account) {
        Instant now = clock.instant();
        return signedText.sign(Json.createObjectBuilder()
                .add("sub", account.name())
                .add("upn", account.name())
                .add("groups", Json.createArrayBuilder(account.roles()))
                .add("iat", now.getEpochSecond())
                .add("exp", now.plus(LIFETIME).getEpochSecond())
                .build()
                .toString());
    }

    @Override
    public Optional<AuthenticatedCaller> authenticate(String token) {
        return signedText.verify(token).flatMap(LoginTokens::caller).filter(this::isFresh);
    }

    private boolean isFresh(AuthenticatedCaller caller) {
        return caller.expiry().filter(clock.instant()::isBefore).isPresent();
    }

    /** Reads what {@link #issue} wrote: the signature says that nobody else did. */
    private static Optional<AuthenticatedCaller> caller(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject claims = reader.readObject();
            String name = claims.getString("upn");
            Principal principal = () -> name;
            Set<String> roles = claims.getJsonArray("groups").getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .collect(Collectors.toUnmodifiableSet());
            Instant expiry = Instant.ofEpochSecond(claims.getJsonNumber("exp").longValueExact());
            return Optional.of(new AuthenticatedCaller(principal, roles, Optional.of(expiry)));
        } catch (JsonException impossible) {
            throw new IllegalStateException("A token of this application does not hold what it should", impossible);
        }
    }
}
