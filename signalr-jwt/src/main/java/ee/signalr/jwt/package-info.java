// SPDX-License-Identifier: Apache-2.0
/**
 * Validation of MicroProfile JWTs, an optional library: it is found as soon as its jar lies beside that of the engine, and works as
 * soon as a key is configured.
 *
 * <p>Internal but for {@link ee.signalr.jwt.JwtPrincipal} and the factory. Everything is thread-safe. Tokens, claims and keys are never
 * logged.
 */
@NullMarked
package ee.signalr.jwt;

import org.jspecify.annotations.NullMarked;
