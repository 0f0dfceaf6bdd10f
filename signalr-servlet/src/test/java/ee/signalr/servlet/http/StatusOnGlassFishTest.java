// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.servlet.fakes.FakeRequest;
import org.junit.jupiter.api.Test;

/** The status of answers without a body, on a server that sets it to 200 when an exchange is complete. */
class StatusOnGlassFishTest {

    private final ServletFixture server = ServletFixture.onGlassFish();

    private FakeRequest send(FakeRequest request) {
        request.response().forgetful();
        return server.send(request);
    }

    @Test
    void shouldTellAPollThatItHasBeenReplaced() {
        String target = server.startPolling();
        FakeRequest replaced = send(FakeRequest.get(target));

        server.get(target);

        assertThat(replaced.isAnswered()).isTrue();
        assertThat(replaced.response().summary()).isEqualTo("204 text/plain null ''");
    }

    @Test
    void shouldTellWhoComesTooLateWithABody() {
        String target = server.startPolling();
        FakeRequest late = send(new FakeRequest("POST", target));
        server.delete(target);

        late.input().arrive("x");

        assertThat(late.isAnswered()).isTrue();
        assertThat(late.response().status()).isEqualTo(404);
    }

    @Test
    void shouldSurviveThatNobodyIsThereToBeTold() {
        String target = server.startPolling();
        FakeRequest replaced = send(FakeRequest.get(target));
        replaced.response().output().breakOff();

        server.get(target);

        assertThat(replaced.isAnswered()).isTrue();
    }
}
