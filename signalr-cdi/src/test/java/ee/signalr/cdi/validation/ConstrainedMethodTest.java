// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ee.signalr.HubException;
import ee.signalr.core.dispatch.HubMethod;
import ee.signalr.spi.CallRefusedException;
import ee.signalr.spi.CallRefusedException.Reason;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Min;
import jakarta.validation.executable.ExecutableValidator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of violations, those that the server finds first included. */
class ConstrainedMethodTest {

    private final Shop shop = new Shop();
    private ValidatorFactory factory;
    private ConstrainedMethod sell;

    @BeforeEach
    void build() throws Exception {
        factory = Validation.buildDefaultValidatorFactory();
        HubMethod method = HubMethod.of("sell", Shop.class.getMethod("sell", int.class));
        sell = new ConstrainedMethod(factory.getValidator().forExecutables(), method, true, true);
    }

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    void shouldRefuseArguments() {
        assertThatExceptionOfType(CallRefusedException.class)
                .isThrownBy(() -> sell.checkParameters(shop, new Object[] {0}))
                .withMessageStartingWith(
                        "Failed to invoke 'sell' due to an error on the server. HubException: Invalid arguments."
                                + " parameter 1: ")
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.CONSTRAINT));
        assertThatCode(() -> sell.checkParameters(shop, new Object[] {1})).doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseResults() {
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() -> sell.checkResult(shop, 0))
                .withMessageStartingWith("Invalid result. result: ");
        assertThatCode(() -> sell.checkResult(shop, 1)).doesNotThrowAnyException();
    }

    @Test
    void shouldCheckOnlyWhatIsConstrained() throws Exception {
        HubMethod method = HubMethod.of("sell", Shop.class.getMethod("sell", int.class));
        ConstrainedMethod neither =
                new ConstrainedMethod(factory.getValidator().forExecutables(), method, false, false);

        assertThatCode(() -> neither.checkParameters(shop, new Object[] {0})).doesNotThrowAnyException();
        assertThatCode(() -> neither.checkResult(shop, 0)).doesNotThrowAnyException();
    }

    @Test
    void shouldTranslateWhatTheServerFinds() throws Exception {
        ConstraintViolationException arguments = arguments(shop);
        ConstraintViolationException result = new ConstraintViolationException(
                validator().validateReturnValue(shop, Shop.class.getMethod("sell", int.class), 0));

        assertThat(sell.translate(arguments))
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("parameter 1: ")
                .hasCause(arguments);
        assertThat(sell.translate(result))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("result: ")
                .hasCause(result);
    }

    @Test
    void shouldLeaveWhatOthersFindAlone() throws Exception {
        IllegalStateException other = new IllegalStateException("other");
        ConstraintViolationException ofAnotherBean = arguments(new Stock());
        ConstraintViolationException ofNothing = new ConstraintViolationException(Set.of());
        ConstraintViolationException ofNobody = new ConstraintViolationException(unknown());

        assertThat(sell.translate(other)).isSameAs(other);
        assertThat(sell.translate(ofAnotherBean)).isSameAs(ofAnotherBean);
        assertThat(sell.translate(ofNothing)).isSameAs(ofNothing);
        assertThat(sell.translate(ofNobody)).isSameAs(ofNobody);
    }

    private ConstraintViolationException arguments(Object bean) throws Exception {
        return new ConstraintViolationException(
                validator().validateParameters(bean, bean.getClass().getMethod("sell", int.class), new Object[] {0}));
    }

    private ExecutableValidator validator() {
        return factory.getValidator().forExecutables();
    }

    @SuppressWarnings("NullAway") // as others may make it
    private static @Nullable Set<jakarta.validation.ConstraintViolation<?>> unknown() {
        return null;
    }

    /** A hub. */
    public static class Shop {

        @Min(1)
        public int sell(@Min(1) int pieces) {
            return pieces;
        }
    }

    /** A bean that a hub may call. */
    public static class Stock {

        public int sell(@Min(1) int pieces) {
            return pieces;
        }
    }
}
