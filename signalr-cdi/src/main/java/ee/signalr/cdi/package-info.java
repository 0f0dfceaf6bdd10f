// SPDX-License-Identifier: Apache-2.0
/**
 * The portable CDI extension: collects hubs, reports what is wrong with them, and gives the engine to the application.
 *
 * <p>Internal: no stability is promised. The extension is confined to the deploying thread.
 */
@NullMarked
package ee.signalr.cdi;

import org.jspecify.annotations.NullMarked;
