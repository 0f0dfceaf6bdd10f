// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.wire.HubSocket;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Transactions, JNDI, enterprise beans and the request scope in hub methods. */
@ExtendWith(ArquillianExtension.class)
class PlatformIT {

    @ArquillianResource
    private URI base;

    private HubSocket socket;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of("platform.war", PlatformHub.class, AdderBean.class, RequestNote.class);
    }

    @BeforeEach
    void connect() {
        socket = HubSocket.open(base.getPort(), Wars.path(base, "/platform"));
    }

    @AfterEach
    void disconnect() {
        socket.close();
    }

    @Test
    void shouldRunInATransactionWhereOneIsWanted() {
        assertThat(result("inTransaction")).isTrue();
        assertThat(result("outsideTransaction")).isFalse();
    }

    @Test
    void shouldFindTheApplicationByJndi() {
        assertThat(result("lookup")).isTrue();
    }

    @Test
    void shouldCallEnterpriseBeans() {
        JsonObject completion = socket.invoke("add", Json.createValue(2), Json.createValue(3));
        assertThat(completion.getInt("result")).isEqualTo(5);
    }

    @Test
    void shouldHaveARequestScopeOfItsOwnInEveryCall() {
        assertThat(socket.invoke("note").getInt("result")).isEqualTo(2);
        assertThat(socket.invoke("note").getInt("result")).isEqualTo(2);
    }

    private boolean result(String method) {
        JsonObject completion = socket.invoke(method);
        assertThat(completion).containsKey("result");
        return completion.getBoolean("result");
    }
}
