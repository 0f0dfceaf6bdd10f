// SPDX-License-Identifier: Apache-2.0
/**
 * Options set in code, and in MicroProfile Config where the server has it.
 *
 * <p>Internal: no stability is promised. Confined to the deploying thread, except for configuration sources.
 */
@NullMarked
package ee.signalr.cdi.config;

import org.jspecify.annotations.NullMarked;
