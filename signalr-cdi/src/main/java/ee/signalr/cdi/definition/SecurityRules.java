// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import jakarta.enterprise.inject.spi.AnnotatedType;
import java.util.ArrayList;
import java.util.List;

/** What security annotations must keep to. */
final class SecurityRules {

    private final Class<?> type;
    private final List<Problem> problems = new ArrayList<>();

    private SecurityRules(Class<?> type) {
        this.type = type;
    }

    /** What is wrong with those of a hub and its methods. */
    static List<Problem> check(Class<?> hub, HubSecurity security, List<HubClassMethod> methods) {
        SecurityRules rules = new SecurityRules(hub);
        security.classes().forEach(each -> rules.checkClass(each, security.of(each)));
        methods.forEach(method -> rules.checkMethod(method, security));
        String reason = security.reasonWithoutSubclass();
        if (reason != null && methods.stream().anyMatch(security::isGuarded)) {
            rules.problems.add(Problem.in(hub, Rule.UNGUARDABLE, reason));
        }
        return rules.problems;
    }

    /** What is wrong with those of a connection handler, which is guarded as a whole. */
    static List<Problem> checkHandler(AnnotatedType<?> handler) {
        SecurityRules rules = new SecurityRules(handler.getJavaClass());
        rules.checkClass(handler.getJavaClass(), SecurityAnnotations.of(handler::getAnnotation));
        for (HubClassMethod method : HubClassMethods.of(handler)) {
            SecurityAnnotations own = SecurityAnnotations.of(method::annotation);
            if (own.arePresent()) {
                rules.report(method, Rule.SECURITY_WITHOUT_EFFECT, own.describe(), "is one of a connection handler");
            }
        }
        return rules.problems;
    }

    private void checkClass(Class<?> declaring, SecurityAnnotations annotations) {
        annotations.brokenRules().forEach(rule -> problems.add(Problem.in(declaring, rule, annotations.describe())));
    }

    private void checkMethod(HubClassMethod method, HubSecurity security) {
        SecurityAnnotations own = SecurityAnnotations.of(method::annotation);
        own.brokenRules().forEach(rule -> report(method, rule, own.describe()));
        if (own.arePresent() && !security.isForClients(method)) {
            checkEffect(method, own);
        }
        if (security.isGuarded(method) && method.isFinal() && !method.isPrivate() && !method.isStatic()) {
            report(method, Rule.UNGUARDABLE, "The method is final");
        }
    }

    /** The server checks what it calls for clients; before all else there is only an interceptor. */
    private void checkEffect(HubClassMethod method, SecurityAnnotations own) {
        String reason = HubSecurity.reasonWithoutInterceptor(method);
        if (reason != null) {
            report(method, Rule.SECURITY_WITHOUT_EFFECT, own.describe(), reason);
        }
    }

    private void report(HubClassMethod method, Rule rule, Object... details) {
        problems.add(Problem.at(type, method.method(), rule, details));
    }
}
