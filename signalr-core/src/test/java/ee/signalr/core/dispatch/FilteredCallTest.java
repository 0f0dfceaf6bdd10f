// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ee.signalr.core.dispatch.FilterFixture.Around;
import ee.signalr.core.dispatch.FilterFixture.ShopHub;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What filters see of a call, and what they may change. */
class FilteredCallTest {

    private final FilterFixture fixture = new FilterFixture();
    private final FilteredCall call =
            fixture.call((contexts, arguments) -> Arrays.toString(arguments), "pear", 2, List.of("ripe"));

    @Test
    void shouldTellWhatIsCalledAndByWhom() throws Exception {
        assertThat(call.target()).isEqualTo("Sell");
        assertThat(call.method()).contains(ShopHub.class.getMethod("sell", String.class, int.class, List.class));
        assertThat(call.isStreaming()).isFalse();
        assertThat(call.hubClass()).isEqualTo(ShopHub.class);
        assertThat(call.hubName()).isEqualTo("ShopHub");
        assertThat(call.caller()).isSameAs(fixture.caller().context());
        assertThat(call.clients()).isSameAs(fixture.caller().clients());
    }

    @Test
    void shouldGiveTheHubWhatFiltersHaveLeft() {
        Around changing = (seen, next) -> {
            assertThat(seen.arguments()).containsExactly("pear", 2, List.of("ripe"));
            seen.argument(0, null);
            return next.proceed();
        };
        Around changingAll = (seen, next) -> {
            assertThat(seen.arguments()).containsExactly(null, 2, List.of("ripe"));
            seen.arguments(List.of("plum", 3, List.of()));
            return next.proceed();
        };

        assertThat(fixture.chain(changing, changingAll).run(call)).isCompletedWithValue("[plum, 3, []]");
    }

    @Test
    void shouldRefuseValuesThatTheMethodCannotTake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.argument(0, 1))
                .withMessageContaining("Argument 0 of 'Sell' is a java.lang.String and cannot be a java.lang.Integer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.argument(1, null))
                .withMessageContaining("is a int and cannot be null");
        assertThatIllegalArgumentException().isThrownBy(() -> call.argument(1, 2L));
        assertThatIllegalArgumentException().isThrownBy(() -> call.argument(2, "ripe"));
        assertThatIllegalArgumentException().isThrownBy(() -> call.arguments(List.of("plum", 3)));
        assertThatIllegalArgumentException().isThrownBy(() -> call.arguments(List.of("plum", 3, "ripe")));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> call.argument(3, "x"));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> call.argument(-1, "x"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> call.arguments().set(0, "x"));
        assertThat(call.arguments()).containsExactly("pear", 2, List.of("ripe"));
    }
}
