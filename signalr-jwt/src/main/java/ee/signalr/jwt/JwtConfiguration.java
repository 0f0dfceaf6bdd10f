// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the standard properties of MicroProfile JWT. Errors name the property, and never show a key. Immutable.
 *
 * @param properties gives the value of a property
 */
record JwtConfiguration(Function<String, Optional<String>> properties) {

    static final String PUBLIC_KEY = "mp.jwt.verify.publickey";
    static final String LOCATION = "mp.jwt.verify.publickey.location";
    static final String ALGORITHM = "mp.jwt.verify.publickey.algorithm";
    static final String ISSUER = "mp.jwt.verify.issuer";
    static final String AUDIENCES = "mp.jwt.verify.audiences";
    static final String CLOCK_SKEW = "mp.jwt.verify.clock.skew";
    static final String TOKEN_AGE = "mp.jwt.verify.token.age";

    private static final Duration DEFAULT_SKEW = Duration.ofSeconds(60);

    /** A hundred years. */
    private static final long MAX_SECONDS = 3_153_600_000L;

    /**
     * Where the keys are.
     *
     * @return empty when nothing is configured
     * @throws IllegalArgumentException when what is configured cannot work
     */
    Optional<KeySource> keys() {
        Optional<String> key = value(PUBLIC_KEY);
        Optional<String> location = value(LOCATION);
        if (key.isPresent() && location.isPresent()) {
            throw new IllegalArgumentException("Only one of " + PUBLIC_KEY + " and " + LOCATION + " may be set.");
        }
        if (key.isPresent()) {
            return Optional.of(keys(key.get()));
        }
        return location.map(text -> located(new KeyLocation(text)));
    }

    private KeySource keys(String text) {
        KeyParser parser = new KeyParser(algorithm());
        try {
            return parser.parse(text)::candidates;
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("The value of " + PUBLIC_KEY + " " + wrong.getMessage() + ".", wrong);
        }
    }

    private KeySource located(KeyLocation location) {
        KeyParser parser = new KeyParser(algorithm());
        try {
            if (location.isRemote()) {
                HttpDocument document = new HttpDocument(location.address(), RemoteKeys.TIMEOUT);
                return new RemoteKeys(() -> parser.parse(document.fetch()), System::nanoTime);
            }
            return parser.parse(location.read())::candidates;
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("The value of " + LOCATION + " " + wrong.getMessage() + ".", wrong);
        }
    }

    /** With which algorithm tokens have to be signed. */
    SignatureAlgorithm algorithm() {
        String name = value(ALGORITHM).orElse(SignatureAlgorithm.RS256.name());
        return SignatureAlgorithm.named(name)
                .orElseThrow(() -> new IllegalArgumentException("The value of " + ALGORITHM + " is none of "
                        + Arrays.toString(SignatureAlgorithm.values()) + ": " + name));
    }

    /**
     * What claims have to be.
     *
     * @throws IllegalArgumentException when what is configured cannot work
     */
    ClaimRules rules() {
        return new ClaimRules(
                value(ISSUER).orElse(null),
                audiences(),
                seconds(CLOCK_SKEW).orElse(DEFAULT_SKEW),
                seconds(TOKEN_AGE).orElse(null));
    }

    private Set<String> audiences() {
        return value(AUDIENCES).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(audience -> !audience.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Duration> seconds(String property) {
        return value(property).map(text -> {
            if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) > MAX_SECONDS) {
                throw new IllegalArgumentException("The value of " + property + " is not a number of seconds: " + text);
            }
            return Duration.ofSeconds(Long.parseLong(text));
        });
    }

    private Optional<String> value(String property) {
        return properties.apply(property).map(String::strip).filter(text -> !text.isEmpty());
    }
}
