// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a hub that runs once when a connection has ended.
 *
 * <p>The method has any visibility, is not static, and returns {@code void} or a {@code CompletionStage}. Its parameters
 * may only be of type {@link Disconnection}, {@link HubCallerContext} and {@link HubCallerClients}. A hub class has at
 * most one; anything else is a definition error. The connection is still a member of its groups while the method runs,
 * and leaves them when the method has ended; what is sent to it is dropped. A failure is logged.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnDisconnected {}
