// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.injection;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.ConnectionScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifetimesTest {

    private final Set<Bean<?>> managed = new HashSet<>();
    private final List<InjectionPoint> points = new ArrayList<>();
    private final Map<InjectionPoint, Bean<?>> targets = new HashMap<>();
    private final Bean<?> hub = bean(Dependent.class, ChatHub.class);
    private final Bean<?> helper = bean(Dependent.class, Object.class);

    @ParameterizedTest
    @ValueSource(classes = {RequestScoped.class, ConnectionScoped.class})
    void shouldEndWithTheCallerInScopesThatDo(Class<? extends Annotation> scope) {
        assertThat(endsWithCaller(bean(scope, Object.class))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {ApplicationScoped.class, SessionScoped.class, Singleton.class})
    void shouldNotEndWithTheCallerInScopesThatDoNot(Class<? extends Annotation> scope) {
        assertThat(endsWithCaller(bean(scope, ChatHub.class))).isFalse();
    }

    @Test
    void shouldNotTrustBeansThatCdiDoesNotMake() {
        Bean<?> pooled = bean(Dependent.class, Object.class);
        managed.remove(pooled);
        inject(pooled, hub);
        inject(helper, pooled);

        assertThat(endsWithCaller(pooled)).isFalse();
        assertThat(endsWithCaller(helper)).isFalse();
    }

    @Test
    void shouldEndWithTheCallerInADependentHub() {
        assertThat(endsWithCaller(hub)).isTrue();
    }

    @Test
    void shouldNotEndWithTheCallerWhereThereIsNoBean() {
        assertThat(endsWithCaller(null)).isFalse();
    }

    @Test
    void shouldNotTrustADependentBeanThatNobodyIsKnownToHold() {
        assertThat(endsWithCaller(helper)).isFalse();
    }

    @Test
    void shouldFollowDependentBeansToWhatHoldsThem() {
        Bean<?> between = bean(Dependent.class, Object.class);
        inject(helper, between);
        inject(between, hub);

        assertThat(endsWithCaller(helper)).isTrue();
    }

    @Test
    void shouldNotEndWithTheCallerWhenAnythingHoldsItLonger() {
        Bean<?> between = bean(Dependent.class, Object.class);
        inject(helper, hub);
        inject(helper, between);
        inject(between, bean(ApplicationScoped.class, Object.class));

        assertThat(endsWithCaller(helper)).isFalse();
    }

    @Test
    void shouldNotEndWithTheCallerWhenSomethingHoldsItThatIsNoBean() {
        inject(helper, hub);
        inject(helper, null);

        assertThat(endsWithCaller(helper)).isFalse();
    }

    @Test
    void shouldComeToAnEndInCircles() {
        Bean<?> other = bean(Dependent.class, Object.class);
        inject(helper, other);
        inject(other, helper);
        inject(other, hub);

        assertThat(endsWithCaller(helper)).isTrue();
    }

    private boolean endsWithCaller(Bean<?> bean) {
        return new Lifetimes(points, managed, Set.of(ChatHub.class), (point, target) -> targets.get(point) == target)
                .endsWithCaller(bean);
    }

    private void inject(Bean<?> what, Bean<?> into) {
        InjectionPoint point = (InjectionPoint) proxy(InjectionPoint.class, Map.of("getBean", List.of()), into);
        points.add(point);
        targets.put(point, what);
    }

    private Bean<?> bean(Class<? extends Annotation> scope, Class<?> type) {
        Map<String, List<Object>> answers = Map.of("getScope", List.of(scope), "getBeanClass", List.of(type));
        Bean<?> bean = (Bean<?>) proxy(Bean.class, answers, null);
        managed.add(bean);
        return bean;
    }

    /** Answers some methods, others with the given default, and is equal to itself alone. */
    private static Object proxy(Class<?> type, Map<String, List<Object>> answers, Object otherwise) {
        return Proxy.newProxyInstance(
                LifetimesTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "equals":
                            return proxy == arguments[0];
                        case "hashCode":
                            return System.identityHashCode(proxy);
                        default:
                            List<Object> answer = answers.getOrDefault(method.getName(), List.of());
                            return answer.isEmpty() ? otherwise : answer.get(0);
                    }
                });
    }

    private static final class ChatHub {}
}
