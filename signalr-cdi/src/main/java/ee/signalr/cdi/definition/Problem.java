// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One thing that is wrong with the application.
 *
 * @param rule the rule that is broken
 * @param where the class, or the class and its member; empty when no class is to blame
 * @param text what is wrong, in a sentence
 */
public record Problem(Rule rule, String where, String text) {

    /** Something wrong with the application as a whole. */
    public static Problem of(Rule rule, Object... details) {
        return new Problem(rule, "", rule.text(details));
    }

    /** Something wrong with a class. */
    public static Problem in(Class<?> type, Rule rule, Object... details) {
        return new Problem(rule, type.getName(), rule.text(details));
    }

    /** Something wrong with a member of a class that is not a method. */
    public static Problem at(Class<?> type, String member, Rule rule, Object... details) {
        return new Problem(rule, type.getName() + "." + member, rule.text(details));
    }

    static Problem at(Class<?> hub, Method method, Rule rule, Object... details) {
        return at(hub, describe(method), rule, details);
    }

    static String describe(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }

    /** Code, place and text in one line. */
    @Override
    public String toString() {
        return rule.code() + ": " + (where.isEmpty() ? "" : where + ": ") + text;
    }
}
