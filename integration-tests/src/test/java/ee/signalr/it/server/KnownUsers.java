// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The users that a server itself knows, written in the way of each product: Alice moderates, Bob is a user, Carol is nobody in
 * particular; each has the name for a password. Open Liberty's are in its {@code server.xml}. Stateless.
 */
final class KnownUsers {

    private static final List<User> USERS =
            List.of(new User("alice", "user,moderator"), new User("bob", "user"), new User("carol", ""));

    /** To be read with the users' file in place of {@code %s}. */
    private static final String JETTY = """
            <?xml version="1.0"?>
            <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://jetty.org/configure_10_0.dtd">
            <Configure id="Server" class="org.eclipse.jetty.server.Server">
              <Call id="Resources" class="org.eclipse.jetty.util.resource.ResourceFactory" name="of">
                <Arg><Ref refid="Server"/></Arg>
                <Call id="Users" name="newResource">
                  <Arg>%s</Arg>
                </Call>
              </Call>
              <Call name="addBean">
                <Arg>
                  <New class="org.eclipse.jetty.security.HashLoginService">
                    <Set name="name">default</Set>
                    <Set name="config"><Ref refid="Users"/></Set>
                  </New>
                </Arg>
              </Call>
            </Configure>
            """;

    private static final String SALT = "saltsalt";

    /** How often GlassFish digests a password. */
    private static final int ROUNDS = 100;

    private KnownUsers() {}

    /** For a {@code MemoryRealm}. */
    static void ofTomcat(Path configuration) throws IOException {
        String users = lines(user ->
                "  <user username=\"%1$s\" password=\"%1$s\" roles=\"%2$s\"/>".formatted(user.name, user.roles));
        Files.writeString(configuration.resolve("tomcat-users.xml"), "<tomcat-users>\n" + users + "</tomcat-users>\n");
    }

    /** A {@code HashLoginService}, for applications that name no realm: Jetty takes that for the realm {@code default}. */
    static void ofJetty(Path directory) throws IOException {
        Path etc = Files.createDirectories(directory.resolve("etc"));
        Path users = etc.resolve("users.properties");
        Files.writeString(users, lines(user -> "%1$s: %1$s%2$s".formatted(user.name, user.rolesAfter(","))));
        Files.writeString(etc.resolve("users.xml"), JETTY.formatted(users));
        Files.writeString(directory.resolve("start.d/users.ini"), "etc/users.xml\n");
    }

    /** For the realm of applications that there is. */
    static void ofWildFly(Path configuration) throws IOException {
        append(
                configuration.resolve("application-users.properties"),
                user -> user.name + "="
                        + HexFormat.of().formatHex(digest("MD5", user.name + ":ApplicationRealm:" + user.name)));
        append(configuration.resolve("application-roles.properties"), user -> user.name + "=" + user.roles);
    }

    /** For the realm {@code file}, as {@code asadmin create-file-user} does it. */
    static void ofGlassFish(Path configuration) throws IOException {
        append(
                configuration.resolve("keyfile"),
                user -> user.name + ";{SSHA256}" + salted(user.name) + ";" + user.roles);
    }

    private static String salted(String password) {
        byte[] digest = digest("SHA-256", password + SALT);
        for (int round = 1; round < ROUNDS; round++) {
            digest = digest("SHA-256", digest);
        }
        byte[] both = new byte[digest.length + SALT.length()];
        System.arraycopy(digest, 0, both, 0, digest.length);
        System.arraycopy(bytes(SALT), 0, both, digest.length, SALT.length());
        return Base64.getEncoder().encodeToString(both);
    }

    private static byte[] digest(String algorithm, String text) {
        return digest(algorithm, bytes(text));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void append(Path file, Function<User, String> line) throws IOException {
        Files.writeString(file, "\n" + lines(line), StandardOpenOption.APPEND);
    }

    private static String lines(Function<User, String> line) {
        return USERS.stream().map(user -> line.apply(user) + "\n").collect(Collectors.joining());
    }

    /** A user, with roles separated by commas. */
    private record User(String name, String roles) {

        String rolesAfter(String separator) {
            return roles.isEmpty() ? "" : separator + roles;
        }
    }
}
