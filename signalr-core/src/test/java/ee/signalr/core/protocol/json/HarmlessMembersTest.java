// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.protocol;
import static ee.signalr.core.protocol.json.TestJson.raw;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members whose names mean something elsewhere, and members that come twice: what is declared is bound, and nothing else happens. */
class HarmlessMembersTest {

    private final JsonHubProtocol protocol = protocol();

    @ParameterizedTest
    @ValueSource(
            strings = {"@class", "@type", "$type", "class", "getClass", "__proto__", "constructor", "java.lang.Runtime"
            })
    void shouldBindTheDeclaredTypeWhateverAMemberIsCalled(String name) {
        String members =
                "{\"" + name + "\":\"ee.signalr.core.protocol.json.HarmlessMembersTest$Trap\",\"x\":1,\"y\":2}";

        assertThat(protocol.bind(raw(members), Point.class)).isEqualTo(new Point(1, 2));
        assertThat(protocol.bind(raw(members), Holder.class)).isExactlyInstanceOf(Holder.class);
        assertThat(Trap.made).isZero();
    }

    @Test
    void shouldKeepThemAsTheyAreWhereAnyMemberIsWelcome() {
        Map<?, ?> bound =
                (Map<?, ?>) protocol.bind(raw("{\"__proto__\":{\"admin\":true},\"constructor\":1}"), Object.class);

        assertThat(bound == null ? "" : bound.keySet()).hasToString("[__proto__, constructor]");
    }

    @Test
    void shouldLetOneOfTwoMembersCount() {
        Point point = (Point) protocol.bind(raw("{\"x\":1,\"x\":2,\"y\":3}"), Point.class);
        Map<?, ?> map = (Map<?, ?>) protocol.bind(raw("{\"a\":1,\"a\":2}"), Object.class);

        assertThat(List.of(1, 2)).contains(point == null ? 0 : point.x());
        assertThat(map == null ? "" : map.keySet()).hasToString("[a]");
    }

    /** A declared type. */
    public record Point(int x, int y) {}

    /** A declared type with room for anything. */
    public static class Holder {

        /** Anything. */
        public @Nullable Object x;
    }

    /** Must never be made because a client names it. */
    public static class Trap extends Holder {

        private static int made;

        /** For whoever falls into it. */
        public Trap() {
            made++;
        }
    }
}
