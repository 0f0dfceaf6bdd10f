// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ee.signalr.it.node.NodeScript;
import ee.signalr.it.server.LibertyServer;
import ee.signalr.it.server.SharedServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example's login and its guarded chat room. */
@ExtendWith(SharedServer.class)
class ExampleSecurityIT {

    private static final String NEGOTIATE = "/hubs/chatroom/negotiate";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TestFactory
    Stream<DynamicTest> shouldLetInAndGrantByToken(LibertyServer server) {
        return NodeScript.tests("example-security.mjs", "base", server.base());
    }

    @Test
    void shouldKeepTokensOutOfEveryLog(LibertyServer server) throws IOException, InterruptedException {
        String token = UUID.randomUUID().toString();
        long before = refused(server);
        HttpRequest request = HttpRequest.newBuilder(
                        server.uri(NEGOTIATE + "?negotiateVersion=1&access_token=" + token))
                .timeout(LIMIT)
                .POST(BodyPublishers.noBody())
                .build();
        HttpResponse<Void> answer = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(401);
        await().atMost(LIMIT).until(() -> refused(server) > before);
        assertThat(server.accessLog()).doesNotContain(token).doesNotContain("access_token");
        assertThat(server.log()).doesNotContain(token);
    }

    private static long refused(LibertyServer server) {
        return server.accessLog()
                .lines()
                .filter(line -> line.contains("POST " + NEGOTIATE + "\" 401"))
                .count();
    }
}
