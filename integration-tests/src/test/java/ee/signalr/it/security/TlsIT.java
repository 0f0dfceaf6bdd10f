// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.node.NodeScript;
import ee.signalr.it.server.SecureServer;
import ee.signalr.it.server.TlsServer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** HTTP/1.1 over TLS that the server itself ends, and an application that takes nothing else. */
@Tag("portable")
@ExtendWith(TlsServer.class)
class TlsIT {

    @TestFactory
    Stream<DynamicTest> shouldServeClientsThatTrustItsCertificate(SecureServer server) {
        return NodeScript.tests(
                Map.of("NODE_EXTRA_CA_CERTS", server.certificate().toString()), "tls.mjs", "base", server.secureBase());
    }

    /** Otherwise the certificate would not have been looked at. */
    @TestFactory
    Stream<DynamicTest> shouldNotBeTakenByClientsThatDoNotTrustIt(SecureServer server) {
        return NodeScript.tests("tls-refused.mjs", "base", server.secureBase());
    }

    /** So all requests of the clients above were secure to the application. */
    @TestFactory
    Stream<DynamicTest> shouldHaveTheApplicationRefuseWhatIsNotSecure(SecureServer server) {
        return Stream.of(Entry.values())
                .map(entry -> DynamicTest.dynamicTest(
                        entry.name(),
                        () -> assertThat(entry.knock(server.port(), "/it/suite", "id=x")
                                        .code())
                                .isEqualTo(403)));
    }
}
