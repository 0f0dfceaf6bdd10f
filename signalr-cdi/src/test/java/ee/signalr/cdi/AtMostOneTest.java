// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.cdi.definition.Rule;
import ee.signalr.spi.UserIdProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AtMostOneTest {

    private static final UserIdProvider PROVIDER = connection -> Optional.of("ann");

    private final Bean<?> bean = answering(
            Bean.class,
            Map.of("getTypes", Set.of(UserIdProvider.class), "getScope", ApplicationScoped.class, "hashCode", 1));
    private final AtMostOne<UserIdProvider> beans =
            new AtMostOne<>(UserIdProvider.class, Rule.SEVERAL_USER_ID_PROVIDERS);

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }

    /** As on Payara, where a jar of the application does not see the beans of its classes. */
    @Test
    void shouldFindABeanThatALookUpDoesNotSee() {
        BeanManager manager =
                answering(BeanManager.class, Map.of("getBeans", Set.of(), "resolve", bean, "getReference", PROVIDER));
        beans.see(bean);

        assertThat(beans.find(manager).reference()).containsSame(PROVIDER);
    }

    @Test
    void shouldFindNoneWhereThereIsNone() {
        assertThat(beans.find(answering(BeanManager.class, Map.of())).reference())
                .isEmpty();
    }
}
