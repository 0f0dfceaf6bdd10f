// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import ee.signalr.HttpRequestSnapshot;
import ee.signalr.core.connection.TransportOrigin;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who opens transports in tests. */
public final class Origins {

    private Origins() {}

    public static TransportOrigin anonymous() {
        return new TransportOrigin(null, new Request());
    }

    public static TransportOrigin user(String name) {
        Principal principal = () -> name;
        return new TransportOrigin(principal, new Request());
    }

    /** A request that says as little as possible. */
    private record Request() implements HttpRequestSnapshot {

        @Override
        public String path() {
            return "/hub";
        }

        @Override
        public Optional<String> queryString() {
            return Optional.empty();
        }

        @Override
        public Map<String, List<String>> queryParameters() {
            return Map.of();
        }

        @Override
        public Optional<String> queryParameter(String name) {
            return Optional.empty();
        }

        @Override
        public Map<String, List<String>> headers() {
            return Map.of();
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }

        @Override
        public Map<String, String> cookies() {
            return Map.of();
        }

        @Override
        public String remoteAddress() {
            return "127.0.0.1";
        }

        @Override
        public int remotePort() {
            return 50_000;
        }

        @Override
        public String localAddress() {
            return "127.0.0.1";
        }

        @Override
        public int localPort() {
            return 8080;
        }
    }
}
