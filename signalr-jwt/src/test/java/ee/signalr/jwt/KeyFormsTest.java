// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ee.signalr.spi.TokenAuthenticator;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of a key, from every place. */
class KeyFormsTest {

    @TempDir
    Path directory;

    static Stream<Arguments> forms() {
        JsonWebKey key = TestKeys.jwk(TestKeys.RSA.getPublic(), "one");
        String pem = TestKeys.pem(TestKeys.RSA.getPublic());
        String set = TestKeys.jwks(key);
        return Stream.of(
                arguments("PEM", pem),
                arguments("PEM in one line", pem.replace("\r\n", " ").replace("\n", " ")),
                arguments("JWK", key.toJson()),
                arguments("JWK without an id", withoutId(key)),
                arguments("JWKS", set),
                arguments("JWKS with blanks around", " \n" + set + "\n"),
                arguments("JWK in Base64", TestKeys.base64(key.toJson())),
                arguments("JWKS in Base64", TestKeys.base64(set)),
                arguments(
                        "JWKS in Base64 of mail",
                        Base64.getMimeEncoder().encodeToString(set.getBytes(StandardCharsets.UTF_8))),
                arguments("JWKS with keys for other things", mixed(key)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void shouldReadTheKeyItself(String form, String text) {
        assertAcceptsGoodTokensOnly(Map.of(JwtConfiguration.PUBLIC_KEY, text));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void shouldReadAFileByItsUrl(String form, String text) throws IOException {
        String url = file(text).toUri().toString();

        assertThat(url).startsWith("file:");
        assertAcceptsGoodTokensOnly(Map.of(JwtConfiguration.LOCATION, url));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void shouldReadAFileByItsPath(String form, String text) throws IOException {
        assertAcceptsGoodTokensOnly(Map.of(JwtConfiguration.LOCATION, file(text).toString()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void shouldReadAResourceOfTheApplication(String form, String text) throws IOException {
        file(text);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader application =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            Thread.currentThread().setContextClassLoader(application);
            assertAcceptsGoodTokensOnly(Map.of(JwtConfiguration.LOCATION, "keys.txt"));
            assertAcceptsGoodTokensOnly(Map.of(JwtConfiguration.LOCATION, "/keys.txt"));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void shouldFetchFromAnotherServer(String form, String text) {
        try (KeyServer server = KeyServer.start(text)) {
            assertAcceptsGoodTokensOnly(Map.of(JwtConfiguration.LOCATION, server.url()));
            assertThat(server.fetches()).isEqualTo(1);
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("keys.txt"), text);
    }

    private static void assertAcceptsGoodTokensOnly(Map<String, String> configuration) {
        TokenAuthenticator authenticator = new JwtAuthenticatorFactory()
                .create(name -> Optional.ofNullable(configuration.get(name)))
                .orElseThrow();
        TestToken token = TestToken.good().with("exp", System.currentTimeMillis() / 1000 + 300);

        assertThat(authenticator.authenticate(token.text())).isPresent();
        assertThat(authenticator.authenticate(
                        token.signed("RS256", TestKeys.OTHER_RSA.getPrivate()).text()))
                .isEmpty();
    }

    private static String withoutId(JsonWebKey key) {
        Map<String, Object> members = new HashMap<>(key.toParams(OutputControlLevel.PUBLIC_ONLY));
        members.remove("kid");
        return JsonUtil.toJson(members);
    }

    private static String mixed(JsonWebKey key) {
        JsonWebKey encryption = TestKeys.jwk(TestKeys.OTHER_RSA.getPublic(), "one");
        encryption.setUse("enc");
        JsonWebKey otherAlgorithm = TestKeys.jwk(TestKeys.OTHER_RSA.getPublic(), "one");
        otherAlgorithm.setAlgorithm("PS256");
        JsonWebKey curve = TestKeys.jwk(TestKeys.P256.getPublic(), "one");
        JsonWebKey wrapping = TestKeys.jwk(TestKeys.OTHER_RSA.getPublic(), "one");
        wrapping.setKeyOps(List.of("wrapKey"));
        return TestKeys.jwks(encryption, otherAlgorithm, curve, wrapping, key)
                .replaceFirst("\\[", "[1,{},{\"kty\":\"RSA\"},{\"kty\":\"new\"},");
    }
}
