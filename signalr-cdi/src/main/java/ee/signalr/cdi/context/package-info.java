// SPDX-License-Identifier: Apache-2.0
/**
 * What surrounds a call of a hub: the instance, the request scope, the connection scope, the class loader, and who is calling.
 *
 * <p>Internal: no stability is promised. Thread-safe unless a type says otherwise.
 */
@NullMarked
package ee.signalr.cdi.context;

import org.jspecify.annotations.NullMarked;
