// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import static ee.signalr.jwt.JwtConfiguration.ALGORITHM;
import static ee.signalr.jwt.JwtConfiguration.CLOCK_SKEW;
import static ee.signalr.jwt.JwtConfiguration.LOCATION;
import static ee.signalr.jwt.JwtConfiguration.PUBLIC_KEY;
import static ee.signalr.jwt.JwtConfiguration.TOKEN_AGE;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is configured wrongly fails the deployment with a sentence that names the property and shows no key. */
class ConfigurationErrorsTest {

    private static final String NO_KEY = " has no public key for RS256, which needs RSA with 2048 bits or more.";
    private static final String PRIVATE = " holds a private or secret key, where only public ones belong.";

    static Stream<Arguments> keys() throws JoseException {
        KeyPair pair = TestKeys.RSA;
        String pem = TestKeys.pem(pair.getPublic());
        String privatePem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----";
        return Stream.of(
                arguments("garbage", "!garbage!", " is neither PEM nor JSON nor Base64."),
                arguments(
                        "Base64 of garbage",
                        TestKeys.base64("garbage"),
                        " is neither PEM nor JSON of a key or a set of keys."),
                arguments("broken JSON", "{\"kty\":", " is neither PEM nor JSON of a key or a set of keys."),
                arguments("JSON of something else", "{\"a\":1}", NO_KEY),
                arguments("no keys", "{\"keys\":[]}", NO_KEY),
                arguments("keys that are no list", "{\"keys\":5}", NO_KEY),
                arguments("a key without its numbers", "{\"kty\":\"RSA\"}", NO_KEY),
                arguments("too many keys", "{\"keys\":[" + "1,".repeat(100) + "1]}", " has more than 100 keys."),
                arguments("a private key", privatePem, " is PEM, but not of one public key."),
                arguments("two keys", pem + privatePem, " is PEM, but not of one public key."),
                arguments("a private JWK", privateJwk(pair), PRIVATE),
                arguments("a secret", "{\"kty\":\"oct\",\"k\":\"AAAA\"}", PRIVATE),
                arguments("a key of another type", TestKeys.pem(TestKeys.P256.getPublic()), NO_KEY),
                arguments(
                        "a JWK of another type",
                        TestKeys.jwk(TestKeys.P256.getPublic(), "one").toJson(),
                        NO_KEY),
                arguments("a short key", TestKeys.pem(TestKeys.rsa(1024).getPublic()), NO_KEY),
                arguments("a broken key", pem.replaceFirst("MII", "AAA"), NO_KEY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void shouldRefuseAKeyThatCannotWork(String name, String key, String problem) {
        assertRefused(Map.of(PUBLIC_KEY, key), "The value of " + PUBLIC_KEY + problem);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void shouldRefuseAFileWithAKeyThatCannotWork(String name, String key, String problem, @TempDir Path directory)
            throws IOException {
        String file = Files.writeString(directory.resolve("key"), key).toString();

        assertRefused(Map.of(LOCATION, file), "The value of " + LOCATION + problem);
    }

    static Stream<Arguments> settings() {
        String key = TestKeys.pem(TestKeys.RSA.getPublic());
        return Stream.of(
                arguments(
                        Map.of(PUBLIC_KEY, key, LOCATION, "keys.pem"),
                        "Only one of " + PUBLIC_KEY + " and " + LOCATION + " may be set."),
                arguments(
                        Map.of(LOCATION, "no/such/keys.pem"),
                        "The value of " + LOCATION + " names neither a file nor a resource of the application."),
                arguments(
                        Map.of(LOCATION, "file:///no/such/keys.pem"),
                        "The value of " + LOCATION + " names something that cannot be read."),
                arguments(Map.of(LOCATION, "file:keys.pem"), "The value of " + LOCATION + " is not a URL of a file."),
                arguments(Map.of(LOCATION, "http:"), "The value of " + LOCATION + " is not a URL."),
                arguments(Map.of(LOCATION, "https:///keys"), "The value of " + LOCATION + " is a URL without a host."),
                arguments(Map.of(PUBLIC_KEY, key, ALGORITHM, "none"), wrongAlgorithm("none")),
                arguments(Map.of(PUBLIC_KEY, key, ALGORITHM, "HS256"), wrongAlgorithm("HS256")),
                arguments(
                        Map.of(PUBLIC_KEY, key, ALGORITHM, "ES256"),
                        "The value of " + PUBLIC_KEY + " has no public key for ES256, which needs EC on curve P-256."),
                arguments(Map.of(PUBLIC_KEY, key, CLOCK_SKEW, "-1"), noSeconds(CLOCK_SKEW, "-1")),
                arguments(Map.of(PUBLIC_KEY, key, CLOCK_SKEW, "60s"), noSeconds(CLOCK_SKEW, "60s")),
                arguments(Map.of(PUBLIC_KEY, key, TOKEN_AGE, "9000000000"), noSeconds(TOKEN_AGE, "9000000000")));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("settings")
    void shouldRefuseSettingsThatCannotWork(Map<String, String> configuration, String problem) {
        assertRefused(configuration, problem);
    }

    @Test
    void shouldRefuseALargeFile(@TempDir Path directory) throws IOException {
        String file = Files.writeString(directory.resolve("key"), "x".repeat(KeyLocation.MAX_BYTES + 1))
                .toString();

        assertRefused(
                Map.of(LOCATION, file), "The value of " + LOCATION + " names something with more than 262144 bytes.");
    }

    private static void assertRefused(Map<String, String> configuration, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new JwtAuthenticatorFactory().create(name -> Optional.ofNullable(configuration.get(name))))
                .withMessage(problem);
    }

    private static String wrongAlgorithm(String name) {
        return "The value of " + ALGORITHM
                + " is none of [RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512]: " + name;
    }

    private static String noSeconds(String property, String value) {
        return "The value of " + property + " is not a number of seconds: " + value;
    }

    private static String privateJwk(KeyPair pair) throws JoseException {
        PublicJsonWebKey key = (PublicJsonWebKey) JsonWebKey.Factory.newJwk(pair.getPublic());
        key.setPrivateKey(pair.getPrivate());
        return JsonUtil.toJson(key.toParams(OutputControlLevel.INCLUDE_PRIVATE));
    }
}
