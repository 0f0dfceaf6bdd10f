// SPDX-License-Identifier: Apache-2.0
/**
 * The filters of an application: which beans they are, for which hubs, and in which order.
 *
 * <p>Internal: no stability is promised. Confined to the deploying thread unless a type says otherwise.
 */
@NullMarked
package ee.signalr.cdi.filter;

import org.jspecify.annotations.NullMarked;
