// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import ee.signalr.HttpRequestSnapshot;
import ee.signalr.core.connection.TransportOrigin;
import ee.signalr.core.security.CallerIdentity;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** Who opens transports in tests. */
public final class Origins {

    private Origins() {}

    public static TransportOrigin anonymous() {
        return new TransportOrigin(CallerIdentity.ANONYMOUS, new Request(), TransportOrigin.NO_CONTEXT);
    }

    public static TransportOrigin user(String name) {
        return new TransportOrigin(identity(name), new Request(), TransportOrigin.NO_CONTEXT);
    }

    public static TransportOrigin of(CallerIdentity caller) {
        return new TransportOrigin(caller, new Request(), TransportOrigin.NO_CONTEXT);
    }

    public static TransportOrigin within(CallerIdentity caller, Executor context) {
        return new TransportOrigin(caller, new Request(), context);
    }

    /** Somebody with roles. */
    public static CallerIdentity identity(String name, String... roles) {
        Principal principal = () -> name;
        return CallerIdentity.of(principal, Set.of(roles));
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
