// SPDX-License-Identifier: Apache-2.0
/**
 * Readiness and liveness of the engine, told to MicroProfile Health where the server has it.
 *
 * <p>Internal: no stability is promised. Confined to the deploying thread, except for the checks.
 */
@NullMarked
package ee.signalr.cdi.health;

import org.jspecify.annotations.NullMarked;
