// SPDX-License-Identifier: Apache-2.0
/**
 * Start and stop inside a servlet container: finds the engine, registers the servlet for the hubs' paths, gives the engine its
 * threads.
 *
 * <p>Internal: no stability is promised. The container calls it from one thread at a time.
 */
@NullMarked
package ee.signalr.servlet;

import org.jspecify.annotations.NullMarked;
