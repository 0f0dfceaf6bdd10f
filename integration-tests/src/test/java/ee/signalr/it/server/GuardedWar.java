// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import ee.signalr.it.guarded.FewHub;
import ee.signalr.it.guarded.GuardedApplication;
import ee.signalr.it.guarded.GuardedHub;
import ee.signalr.it.guarded.LimitedHub;
import ee.signalr.it.guarded.RevocationResource;
import ee.signalr.it.guarded.basic.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** WARs whose hubs ask who is calling. Stateless. */
public final class GuardedWar {

    /** Where pages of another origin are served, once a test does so. */
    public static final int PAGE_PORT = freePort();

    private static final String WITH_LOGIN = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <security-constraint>
                <web-resource-collection>
                  <web-resource-name>for users</web-resource-name>
                  <url-pattern>/guarded/*</url-pattern>
                </web-resource-collection>
                <auth-constraint><role-name>user</role-name></auth-constraint>
              </security-constraint>
              <security-constraint>
                <web-resource-collection>
                  <web-resource-name>for all who log in</web-resource-name>
                  <url-pattern>/open/*</url-pattern>
                  <url-pattern>/denied/*</url-pattern>
                </web-resource-collection>
                <auth-constraint><role-name>**</role-name></auth-constraint>
              </security-constraint>
              <login-config><auth-method>BASIC</auth-method></login-config>
              <security-role><role-name>user</role-name></security-role>
              <security-role><role-name>moderator</role-name></security-role>
            </web-app>
            """;

    private GuardedWar() {}

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** The other origin whose pages may use the shared hub. */
    public static String pageOrigin() {
        return "http://localhost:" + PAGE_PORT;
    }

    /** Callers are authenticated by the container. */
    static Path basic() {
        return SuiteWar.export(ShrinkWrap.create(WebArchive.class, "basic.war")
                .addPackage(GuardedHub.class.getPackage())
                .addPackage(People.class.getPackage()));
    }

    /** Callers are users of the server, who log in by HTTP basic authentication. */
    static Path users() {
        return SuiteWar.export(ShrinkWrap.create(WebArchive.class, "users.war")
                .addPackage(GuardedHub.class.getPackage())
                .deleteClasses(GuardedApplication.class, RevocationResource.class)
                .setWebXML(new StringAsset(WITH_LOGIN)));
    }

    /** Callers are authenticated by tokens. */
    static Path tokens() {
        return withTokens(
                ShrinkWrap.create(WebArchive.class, "tokens.war").addPackage(GuardedHub.class.getPackage()),
                "signalr.hub.RefreshingHub.close-on-authentication-expiration=true",
                "signalr.hub.RefreshingHub.enable-authentication-refresh=true",
                "signalr.hub.SharedHub.allowed-origins=" + pageOrigin());
    }

    /** Hubs with limits that tests can reach. */
    static Path limits() {
        return withTokens(
                ShrinkWrap.create(WebArchive.class, "limits.war").addClasses(LimitedHub.class, FewHub.class),
                "signalr.disconnect-timeout=2s",
                "signalr.hub.LimitedHub.maximum-connections-per-address=20",
                "signalr.hub.LimitedHub.maximum-connections-per-user=3",
                "signalr.hub.LimitedHub.maximum-invocations-per-second=50",
                "signalr.hub.LimitedHub.maximum-groups-per-connection=10",
                "signalr.hub.LimitedHub.maximum-group-name-length=20",
                "signalr.hub.LimitedHub.maximum-post-size=100000",
                "signalr.hub.LimitedHub.maximum-request-header-size=2000",
                "signalr.hub.FewHub.maximum-connections=8");
    }

    private static Path withTokens(WebArchive war, String... options) {
        String tokens = String.join(
                "\n",
                "mp.jwt.verify.publickey=" + Tokens.publicKey(),
                "mp.jwt.verify.issuer=" + Tokens.ISSUER,
                "mp.jwt.verify.audiences=" + Tokens.AUDIENCE,
                "");
        String configuration = tokens + String.join("\n", options);
        if (Libraries.areMissing()) {
            withoutPlatform(war, configuration);
        } else {
            war.addAsResource(new StringAsset(configuration), "META-INF/microprofile-config.properties");
        }
        war.addAsLibrary(BuildFiles.jwtJar().toFile(), "signalr-jwt.jar");
        return SuiteWar.export(war);
    }

    /** Servlet containers have neither MicroProfile Config, so that context parameters tell, nor REST. */
    private static void withoutPlatform(WebArchive war, String configuration) {
        war.deleteClasses(GuardedApplication.class, RevocationResource.class);
        String parameters = configuration
                .lines()
                .map(line -> line.split("=", 2))
                .map(line -> "<context-param><param-name>" + line[0] + "</param-name><param-value>" + line[1]
                        + "</param-value></context-param>\n")
                .collect(Collectors.joining());
        war.setWebXML(new StringAsset("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">\n"
                + parameters + "</web-app>\n"));
    }
}
