// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A key with a certificate for this machine that it has signed itself. Immutable.
 *
 * @param directory where its files are, alone
 */
public record TlsKey(Path directory) {

    /** The password of the store and of the key. */
    public static final String PASSWORD = "changeit";

    /** The name that GlassFish and Payara look for. */
    static final String ALIAS = "s1as";

    private static final int LIMIT_SECONDS = 60;

    /** Makes one where tests may write. */
    public static TlsKey make() throws IOException {
        TlsKey key = new TlsKey(Files.createTempDirectory(BuildFiles.target(), "tls"));
        key.keytool(
                "-genkeypair", "-keyalg", "RSA", "-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1");
        key.keytool("-exportcert", "-rfc", "-file", key.certificate().toString());
        return key;
    }

    /** The key, in PKCS 12, under the alias {@value #ALIAS}. */
    public Path store() {
        return directory.resolve("keys.p12");
    }

    /** What clients have to trust, as text. */
    Path certificate() {
        return directory.resolve("certificate.pem");
    }

    private void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", ALIAS, "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore"));
        command.add(store().toString());
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("No key: keytool has failed");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            process.destroyForcibly();
        }
    }
}
