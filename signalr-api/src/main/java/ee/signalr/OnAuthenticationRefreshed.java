// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a hub that runs when a client has refreshed its authentication, where {@linkplain
 * AccessOptions#enableAuthenticationRefresh that is enabled}. {@link HubCallerContext#principal} and {@link HubCallerContext#roles}
 * tell the new identity then; the user identifier stays.
 *
 * <p>The method has any visibility, is not static, and returns {@code void} or a {@code CompletionStage}. Its parameters may only
 * be of type {@link HubCallerContext} and {@link HubCallerClients}. A hub class has at most one; anything else is a definition
 * error. It runs in its turn among the calls of the client. When it fails, that is logged, and the connection goes on, as in
 * ASP.NET Core 11.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnAuthenticationRefreshed {}
