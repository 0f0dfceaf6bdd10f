// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Apache Tomcat, as it is downloaded, with another server.xml: one connector, no shutdown port. Immutable. */
final class Tomcat implements ServerProduct {

    private static final String SERVER = """
            <Server port="-1">
              <Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener"/>
              <Listener className="org.apache.catalina.core.ThreadLocalLeakPreventionListener"/>
              <Service name="Catalina">
                <Connector protocol="HTTP/1.1" address="127.0.0.1" port="%d"%s/>
                <Engine name="Catalina" defaultHost="localhost" backgroundProcessorDelay="1">
                  <Realm className="org.apache.catalina.realm.MemoryRealm"/>
                  <Host name="localhost" appBase="webapps"/>
                </Engine>
              </Service>
            </Server>
            """;

    private static final String TLS = """
                <Connector protocol="HTTP/1.1" address="127.0.0.1" port="%d" SSLEnabled="true">
                  <SSLHostConfig>
                    <Certificate certificateKeystoreFile="%s" certificateKeystorePassword="%s"/>
                  </SSLHostConfig>
                </Connector>
            """;

    /** The time-outs of reading, of idle connections and of asynchronous requests. */
    private static final String IDLE = " connectionTimeout=\"%1$d\" keepAliveTimeout=\"%1$d\" asyncTimeout=\"%1$d\"";

    private final String idle;

    Tomcat(Patience patience) {
        idle = patience == Patience.SHORT ? IDLE.formatted(Patience.MILLIS) : "";
    }

    @Override
    public ProcessBuilder layOut(Path directory, int port, List<Application> applications) throws IOException {
        Path home = BuildFiles.serverHome();
        Path configuration = Directories.copy(home.resolve("conf"), directory.resolve("conf"));
        Files.writeString(configuration.resolve("server.xml"), SERVER.formatted(port, idle));
        KnownUsers.ofTomcat(configuration);
        Files.createDirectories(directory.resolve("logs"));
        Path temporary = Files.createDirectories(directory.resolve("temp"));
        Path webapps = Files.createDirectories(directory.resolve("webapps"));
        for (Application application : applications) {
            Files.copy(
                    application.war(), webapps.resolve(application.contextRoot().substring(1) + ".war"));
        }
        return new ProcessBuilder(
                ServerProduct.java(),
                "-Xmx768m",
                "-Dcatalina.home=" + home,
                "-Dcatalina.base=" + directory,
                "-Djava.io.tmpdir=" + temporary,
                "-Djava.util.logging.config.file=" + configuration.resolve("logging.properties"),
                "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
                "-classpath",
                home.resolve("bin/bootstrap.jar") + File.pathSeparator + home.resolve("bin/tomcat-juli.jar"),
                "org.apache.catalina.startup.Bootstrap",
                "start");
    }

    @Override
    public void addTls(Path directory, int port, TlsKey key) throws IOException {
        Path server = directory.resolve("conf/server.xml");
        String connector = TLS.formatted(port, key.store(), TlsKey.PASSWORD);
        Files.writeString(server, Files.readString(server).replace("    <Engine ", connector + "    <Engine "));
    }
}
