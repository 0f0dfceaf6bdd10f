// SPDX-License-Identifier: Apache-2.0
package ee.signalr.conformance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of objects. Passed on as it came; what a client leaves out has its type's default.
 *
 * @param id a number
 * @param lines objects, or null
 * @param tags texts by name, or null
 * @param paid a flag
 */
public record Order(
        long id, @Nullable List<Line> lines, @Nullable Map<String, String> tags, boolean paid) {}
