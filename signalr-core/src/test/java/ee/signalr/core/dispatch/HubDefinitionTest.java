// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import ee.signalr.core.security.SecurityRequirement;
import ee.signalr.core.test.HubDefinitions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of a hub, and how its methods are found. */
class HubDefinitionTest {

    private final HubDefinition definition = HubDefinitions.of(Shop.class);
    private final HubDefinition.MethodTable table = definition.table();

    @ParameterizedTest
    @ValueSource(strings = {"buyIt", "BUYIT", "buyit", "bUYiT"})
    void shouldFindMethodsIgnoringCase(String target) {
        assertThat(table.find(target)).isNotNull().extracting(HubMethod::name).isEqualTo("buyIt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "buy", "buyIt ", "buyItt", "hashCode"})
    void shouldNotFindOthers(String target) {
        assertThat(table.find(target)).isNull();
    }

    @Test
    void shouldIgnoreCaseBeyondAscii() {
        HubMethod method = HubMethod.of("Größe", definition.methods().get(0).method());
        HubDefinition.MethodTable umlauts = new HubDefinition(
                        Shop.class, "n", List.of("/n"), List.of(method), HubCallbacks.NONE, SecurityRequirement.NONE)
                .table();

        assertThat(umlauts.find("GRÖßE")).isSameAs(method);
    }

    @Test
    void shouldTakeCopies() {
        List<String> paths = new ArrayList<>(List.of("/a"));
        HubDefinition copied =
                new HubDefinition(Shop.class, "n", paths, List.of(), HubCallbacks.NONE, SecurityRequirement.NONE);

        paths.add("/b");

        assertThat(copied.paths()).containsExactly("/a");
    }

    @Test
    void shouldNeedAClass() {
        assertThatNullPointerException()
                .isThrownBy(() -> new HubDefinition(
                        nothing(), "n", List.of(), List.of(), HubCallbacks.NONE, SecurityRequirement.NONE))
                .withMessage("hubClass");
    }

    @SuppressWarnings("NullAway")
    private static Class<?> nothing() {
        return null;
    }

    /** Has one method. */
    static final class Shop {

        public String buyIt() {
            return "bought";
        }
    }
}
