// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.Disconnection;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.core.test.HubDefinitions;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Methods of hubs, ready to be called. */
class HubMethodTest {

    private final Methods hub = new Methods();

    @Test
    void shouldCallWithArguments() throws Throwable {
        assertThat(method("join").invoke(hub, new Object[] {"a", 1})).isEqualTo("a1");
    }

    @Test
    void shouldAnswerNullForVoid() throws Throwable {
        assertThat(method("nothing").invoke(hub, new Object[0])).isNull();
    }

    @Test
    void shouldCallWithAnArrayAsTheOnlyArgument() throws Throwable {
        assertThat(method("many").invoke(hub, new Object[] {new String[] {"a", "b"}}))
                .isEqualTo(2);
    }

    @Test
    void shouldPassNullOn() throws Throwable {
        assertThat(method("text").invoke(hub, new Object[1])).isEqualTo("null");
    }

    @Test
    void shouldThrowWhatTheMethodThrows() {
        assertThatThrownBy(() -> method("fail").invoke(hub, new Object[0])).isExactlyInstanceOf(IOException.class);
    }

    @Test
    void shouldReachMethodsThatAreNotPublic() throws Throwable {
        assertThat(method("hidden").invoke(hub, new Object[0])).isEqualTo("hidden");
    }

    @Test
    void shouldCountOnlyWhatClientsSend() {
        HubMethod mixed = method("mixed");

        assertThat(mixed.argumentTypes()).containsExactly(String.class, int.class);
        assertThat(mixed.sources())
                .containsExactly(
                        ParameterSource.CONTEXT,
                        ParameterSource.ARGUMENT,
                        ParameterSource.CLIENTS,
                        ParameterSource.ARGUMENT,
                        ParameterSource.DISCONNECTION);
    }

    @Test
    void shouldKeepGenericTypes() throws NoSuchMethodException {
        assertThat(method("list").argumentTypes())
                .containsExactly(
                        Methods.class.getDeclaredMethod("list", List.class).getGenericParameterTypes());
    }

    @Test
    void shouldNameItself() {
        HubMethod renamed = HubMethod.of("other", method("nothing").method());

        assertThat(renamed.name()).isEqualTo("other");
        assertThat(renamed).hasToString(Methods.class.getName() + ".nothing");
    }

    private static HubMethod method(String name) {
        return HubDefinitions.method(Methods.class, name);
    }

    /** Methods of many forms. */
    static final class Methods {

        public String join(String text, int number) {
            return text + number;
        }

        public void nothing() {
            // has no result
        }

        public int many(String... texts) {
            return texts.length;
        }

        public String text(String text) {
            return String.valueOf(text);
        }

        public void fail() throws IOException {
            throw new IOException("for the test");
        }

        String hidden() {
            return "hidden";
        }

        public void list(List<String> texts) {
            texts.clear();
        }

        public void mixed(
                HubCallerContext context, String text, HubCallerClients clients, int number, Disconnection end) {
            throw new AssertionError("never called");
        }
    }
}
