// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.security;

import ee.signalr.it.server.TlsKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Ends TLS before a server on this machine, and passes on what it reads unchanged. Closing ends all of its sockets. */
final class TlsProxy implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TlsProxy.class.getName());

    private final int target;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private TlsProxy(int target, ServerSocket listening) {
        this.target = target;
        this.listening = listening;
    }

    /** Starts to listen on a port of its own. */
    static TlsProxy before(int target) {
        try {
            ServerSocket socket =
                    context().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            TlsProxy proxy = new TlsProxy(target, socket);
            start("tls-proxy", proxy::accept);
            return proxy;
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(TlsKey.make().store())) {
            keys.load(in, TlsKey.PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, TlsKey.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = keep(listening.accept());
                Socket server = keep(new Socket("127.0.0.1", target));
                start("tls-in", () -> pass(client, server));
                start("tls-out", () -> pass(server, client));
            } catch (IOException closed) {
                LOG.log(System.Logger.Level.DEBUG, "The test is over, or a client has gone", closed);
            }
        }
    }

    private Socket keep(Socket socket) {
        open.add(socket);
        return socket;
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            LOG.log(System.Logger.Level.DEBUG, "One side has gone, and so does the other", ended);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** The proxy's address, without a path. */
    String base() {
        return "https://localhost:" + listening.getLocalPort();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }
}
