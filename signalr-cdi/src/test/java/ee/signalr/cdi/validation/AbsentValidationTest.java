// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.cdi.test.ClassPathWithout;
import ee.signalr.cdi.test.LogRecords;
import ee.signalr.core.dispatch.HubCallbacks;
import ee.signalr.core.dispatch.HubDefinition;
import ee.signalr.core.dispatch.HubMethod;
import ee.signalr.core.security.SecurityRequirement;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.validation.constraints.Min;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Servers without Jakarta Validation, and those that have its API alone. */
class AbsentValidationTest {

    @Test
    void shouldLoadAndCheckNothingWithoutTheApi() throws Exception {
        try (URLClassLoader without = new ClassPathWithout("validation-api")) {
            Class<?> found = without.loadClass(HubValidation.class.getName());
            assertThat(found.getClassLoader()).isSameAs(without);
            Method find = found.getMethod("find", without.loadClass(BeanManager.class.getName()));

            AutoCloseable validation = (AutoCloseable) find.invoke(null, (Object) null);

            assertThat(validation.getClass().getName()).isEqualTo(NoValidation.class.getName());
            validation.close();
        }
    }

    @Test
    void shouldTellOfConstraintsThatNobodyChecks() throws Exception {
        HubMethod free = HubMethod.of("free", ShopHub.class.getMethod("free", int.class));
        HubMethod sell = HubMethod.of("sell", ShopHub.class.getMethod("sell", int.class));
        HubDefinition open = new HubDefinition(
                ShopHub.class, "shop", List.of("/shop"), List.of(free), HubCallbacks.NONE, SecurityRequirement.NONE);
        HubDefinition closed = new HubDefinition(
                ShopHub.class,
                "shop",
                List.of("/shop"),
                List.of(free, sell),
                HubCallbacks.NONE,
                SecurityRequirement.NONE);
        HubValidation none = new NoValidation("no provider");

        try (LogRecords log = new LogRecords("ee.signalr.cdi")) {
            assertThat(none.constrain(open)).isSameAs(open);
            assertThat(log.messages()).isEmpty();

            assertThat(none.constrain(closed)).isSameAs(closed);
            assertThat(log.records()).singleElement().satisfies(entry -> {
                assertThat(entry.getMessage()).startsWith("SIGNALR-2164: ");
                assertThat(entry.getParameters()).containsExactly(ShopHub.class.getName(), "sell", "no provider");
            });
        }
    }

    /** Has one constraint. */
    public static class ShopHub {

        public int free(int pieces) {
            return pieces;
        }

        public int sell(@Min(1) int pieces) {
            return pieces;
        }
    }
}
