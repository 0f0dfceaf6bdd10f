// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server with TLS, and on it the hubs of the client suites at {@code /it}, by TLS alone. */
public final class TlsServer extends OneServer {

    private static final String NAME = "tls";
    private static final String READY = "/it/suite";

    @Override
    SecureServer start() {
        try {
            TlsKey key = TlsKey.make();
            return BuildFiles.isLiberty() ? liberty(key) : other(key);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Application application() {
        return new Application(Libraries.addedTo(SuiteWar.tlsAlone()), "/it");
    }

    /** Its server.xml is put beside the key. */
    private static SecureServer liberty(TlsKey key) throws IOException {
        Path given = BuildFiles.projectDirectory().resolve("integration-tests/src/test/liberty-tls/server.xml");
        Files.copy(given, key.directory().resolve("server.xml"));
        ServerLayout layout = new ServerLayout(
                        NAME, key.directory(), List.of(), List.of(), List.of("-Xmx256m"), List.of(READY))
                .with(application());
        LibertyServer server = LibertyServer.start(layout);
        return new SecureServer(server, server.port2(), key.certificate());
    }

    private static SecureServer other(TlsKey key) throws IOException {
        int port = ServerProcess.freePort();
        ServerProduct product = ServerProduct.chosen(Patience.USUAL);
        ServerProduct secure = (directory, plain, applications) -> {
            ProcessBuilder launch = product.layOut(directory, plain, applications);
            product.addTls(directory, port, key);
            return launch;
        };
        OtherServer server = OtherServer.start(
                BuildFiles.serverName() + "-" + NAME, secure, List.of(application()), List.of(READY), Map.of());
        return new SecureServer(server, port, key.certificate());
    }
}
