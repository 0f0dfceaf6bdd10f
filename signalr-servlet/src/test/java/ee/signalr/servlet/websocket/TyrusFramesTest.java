// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ee.signalr.servlet.fakes.Fake;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TyrusFramesTest {

    private static final String GLASSFISH = "Eclipse GlassFish  8.0.0";
    private static final String PAYARA = "Payara Server  6.2025.10 #x";
    private static final int LARGE = 16 * 1024 * 1024;

    private final Map<Object, Object> parameters = new HashMap<>();
    private final Map<Object, Object> attributes = new HashMap<>();
    private final Container container = new Container();

    private ServletContext context(String serverInfo) {
        return Fake.of(ServletContext.class)
                .on("getServerInfo", call -> serverInfo)
                .on("setInitParameter", call -> parameters.putIfAbsent(call[0], call[1]) == null)
                .on("setAttribute", call -> attributes.put(call[0], call[1]))
                .on("getAttribute", call -> attributes.get(call[0]))
                .make();
    }

    @ParameterizedTest
    @CsvSource({
        GLASSFISH + ", 4194304,    {}",
        GLASSFISH + ", 4194305,    {org.glassfish.tyrus.servlet.incoming-buffer-size=4194319}",
        PAYARA + ",    16777216,   {org.glassfish.tyrus.servlet.incoming-buffer-size=16777230}",
        PAYARA + ",    2147483647, {org.glassfish.tyrus.servlet.incoming-buffer-size=2147483647}",
        "Apache Tomcat/11.0.24, 16777216, {}"
    })
    void shouldLetLargerFramesInThanTyrusDoesByItself(String serverInfo, int size, String set) {
        TyrusFrames.admit(context(serverInfo), size);

        assertThat(parameters).hasToString(set);
    }

    @Test
    void shouldTellAnEngineThatWasThereBefore() {
        TyrusFrames.admit(context(GLASSFISH), LARGE);

        TyrusFrames.tell(context(GLASSFISH), container);

        assertThat(container.engine.told).containsExactly(LARGE + 14);
    }

    @Test
    void shouldKeepWhatTheApplicationSays() {
        parameters.put("org.glassfish.tyrus.servlet.incoming-buffer-size", "5000000");
        TyrusFrames.admit(context(GLASSFISH), LARGE);

        TyrusFrames.tell(context(GLASSFISH), container);

        assertThat(parameters).containsValue("5000000");
        assertThat(container.engine.told).isEmpty();
    }

    @Test
    void shouldSurviveAnotherEngine() {
        TyrusFrames.admit(context(GLASSFISH), LARGE);

        assertThatCode(() -> TyrusFrames.tell(context(GLASSFISH), "no container"))
                .doesNotThrowAnyException();
    }

    /** Not public, as that of Tyrus. */
    private static final class Container {

        private final Engine engine = new Engine();

        @SuppressWarnings("unused")
        public Engine getWebSocketEngine() {
            return engine;
        }
    }

    private static final class Engine {

        private final List<Integer> told = new ArrayList<>();

        @SuppressWarnings("unused")
        public void setIncomingBufferSize(int size) {
            told.add(size);
        }
    }
}
