// SPDX-License-Identifier: Apache-2.0
/**
 * From the metadata of hub classes to definitions, or to the list of all that is wrong with them. Pure functions.
 *
 * <p>Internal: no stability is promised. Confined to the deploying thread; results are immutable.
 */
@NullMarked
package ee.signalr.cdi.definition;

import org.jspecify.annotations.NullMarked;
