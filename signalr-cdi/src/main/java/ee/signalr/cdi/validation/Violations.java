// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a client reads of violated constraints: where and what, always in the same order. */
final class Violations {

    /** What a client sends decides how many there are. */
    private static final int MOST = 10;

    private static final int NO_PARAMETER = -1;

    private Violations() {}

    /** All of them in a line, the first parameters first. */
    static String describe(Set<? extends ConstraintViolation<?>> violations, Method method) {
        List<Line> lines = violations.stream()
                .map(violation -> line(violation, method))
                .sorted(Line.ORDER)
                .toList();
        String text = lines.stream().limit(MOST).map(Line::text).collect(Collectors.joining("; "));
        return lines.size() <= MOST ? text : text + "; and " + (lines.size() - MOST) + " more";
    }

    /**
     * One violation.
     *
     * @param parameter the index of the parameter; -1 when it is about none
     * @param text where it is and what is wrong
     */
    private record Line(int parameter, String text) {

        static final Comparator<Line> ORDER =
                Comparator.comparingInt(Line::parameter).thenComparing(Line::text);
    }

    private static Line line(ConstraintViolation<?> violation, Method method) {
        String path = violation.getPropertyPath().toString();
        int parameter = NO_PARAMETER;
        String where = path;
        for (Path.Node node : violation.getPropertyPath()) {
            ElementKind kind = node.getKind();
            String rest = rest(path, method.getName() + "." + node.getName());
            if (kind == ElementKind.PARAMETER) {
                parameter = node.as(Path.ParameterNode.class).getParameterIndex();
                where = name(node, parameter, method) + rest;
            } else if (kind == ElementKind.RETURN_VALUE) {
                where = "result" + rest;
            } else if (kind == ElementKind.CROSS_PARAMETER) {
                where = "parameters";
            }
        }
        return new Line(parameter, where + ": " + violation.getMessage());
    }

    /** What follows in the path, with its dot or bracket. */
    private static String rest(String path, String beginning) {
        return path.startsWith(beginning) ? path.substring(beginning.length()) : "";
    }

    /** Where the compiler has left no names, the virtual machine makes them up. */
    private static String name(Path.Node node, int parameter, Method method) {
        boolean madeUp = !method.getParameters()[parameter].isNamePresent()
                && method.getParameters()[parameter].getName().equals(node.getName());
        return madeUp ? "parameter " + (parameter + 1) : node.getName();
    }
}
