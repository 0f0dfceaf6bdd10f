// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi;

import ee.signalr.cdi.definition.Problem;
import ee.signalr.cdi.definition.Protection;
import ee.signalr.cdi.definition.Rule;
import ee.signalr.core.security.CallerSources;
import ee.signalr.core.security.TokenAuthenticatorFactory;
import ee.signalr.spi.TokenAuthenticator;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;

/**
 * What an application brings along to find out who its callers are: an authenticator of tokens that is a bean of its own, or factories of its
 * libraries. Confined to the deploying thread.
 */
final class FoundCallers implements AutoCloseable {

    private final List<Problem> problems = new ArrayList<>();
    private final List<Throwable> causes = new ArrayList<>();
    private final FoundBean<TokenAuthenticator> own;
    private final CallerSources sources;

    private FoundCallers(BeanManager manager, AtMostOne<TokenAuthenticator> beans, Protection protection) {
        this.own = own(manager, beans);
        this.sources = new CallerSources(protection.roleNames(), own.reference().orElse(null), libraries());
    }

    /** Looks for authenticators, libraries with the class loader of the calling thread; does not throw. */
    static FoundCallers find(BeanManager manager, AtMostOne<TokenAuthenticator> beans, Protection protection) {
        return new FoundCallers(manager, beans, protection);
    }

    CallerSources sources() {
        return sources;
    }

    /** What is wrong with them. */
    List<Problem> problems() {
        return problems;
    }

    /** What has been thrown meanwhile. */
    List<Throwable> causes() {
        return causes;
    }

    private FoundBean<TokenAuthenticator> own(BeanManager manager, AtMostOne<TokenAuthenticator> beans) {
        try {
            return beans.find(manager);
        } catch (AmbiguousResolutionException several) {
            report(several, beans.several());
        } catch (RuntimeException unusable) {
            report(unusable, Problem.of(Rule.TOKEN_AUTHENTICATOR, unusable));
        }
        return FoundBean.none();
    }

    private List<TokenAuthenticatorFactory> libraries() {
        try {
            return CallerSources.found(Thread.currentThread().getContextClassLoader());
        } catch (ServiceConfigurationError unusable) {
            report(unusable, Problem.of(Rule.TOKEN_AUTHENTICATOR, unusable));
            return List.of();
        }
    }

    private void report(Throwable cause, Problem problem) {
        causes.add(cause);
        problems.add(problem);
    }

    /** Gives a dependent instance back. Idempotent. */
    @Override
    public void close() {
        own.close();
    }
}
