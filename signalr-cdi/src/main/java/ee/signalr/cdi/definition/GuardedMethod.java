// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.core.security.SecurityRequirement;
import java.lang.reflect.Method;

/**
 * A method of a hub that not everybody may call. Immutable.
 *
 * @param method the Java method
 * @param name the name by which clients call it, or would
 * @param requirement what is asked of callers
 */
public record GuardedMethod(Method method, String name, SecurityRequirement requirement) {}
