// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a hub that runs when a client has connected and its handshake has been answered.
 *
 * <p>The method has any visibility, is not static, and returns {@code void} or a {@code CompletionStage}. Its parameters
 * may only be of type {@link HubCallerContext} and {@link HubCallerClients}. A hub class has at most one; anything else
 * is a definition error. No call of the client starts before the method has returned and its stage has completed. When
 * it fails, the connection is closed with an error and {@link OnDisconnected} is not called, as in ASP.NET Core.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnConnected {}
