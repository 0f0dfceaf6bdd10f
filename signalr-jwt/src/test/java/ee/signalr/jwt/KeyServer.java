// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Another server with keys, on this machine; counts how often it is asked. Thread-safe. */
final class KeyServer implements AutoCloseable {

    /** What it answers. */
    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final AtomicReference<Answer> answer = new AtomicReference<>();
    private final AtomicInteger fetches = new AtomicInteger();

    private KeyServer(HttpServer server) {
        this.server = server;
    }

    static KeyServer start(String keys) {
        return start(exchange -> send(exchange, 200, keys));
    }

    static KeyServer start(Answer answer) {
        try {
            KeyServer started =
                    new KeyServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            started.answer(answer);
            started.server.createContext("/", started::handle);
            started.server.start();
            return started;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /** Answers so from now on. */
    void answer(Answer next) {
        answer.set(next);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    }

    int fetches() {
        return fetches.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            fetches.incrementAndGet();
            answer.get().give(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
