// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import java.lang.invoke.MethodHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A call of a method that has constraints: its parameters are checked before, its result afterwards. Immutable.
 *
 * @param constraints what is checked
 * @param hub the hub
 */
record ConstrainedCall(MethodConstraints constraints, Object hub) {

    /** Nothing of the method runs when its parameters are not valid. */
    @Nullable
    Object invoke(MethodHandle method, @Nullable Object[] parameters) throws Throwable {
        constraints.checkParameters(hub, parameters);
        Object result;
        try {
            result = (Object) method.invokeExact(hub, parameters);
        } catch (Throwable failure) {
            throw constraints.translate(failure);
        }
        if (result instanceof CompletionStage<?> stage) {
            return stage.handle(this::checked).thenCompose(outcome -> outcome);
        }
        constraints.checkResult(hub, result);
        return result;
    }

    private CompletionStage<@Nullable Object> checked(@Nullable Object value, @Nullable Throwable failure) {
        if (failure != null) {
            return CompletableFuture.failedStage(constraints.translate(ErrorMessages.unwrap(failure)));
        }
        constraints.checkResult(hub, value);
        return CompletableFuture.completedStage(value);
    }
}
