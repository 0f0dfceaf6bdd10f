// SPDX-License-Identifier: Apache-2.0
/** A package other than that of the hubs under test. */
@NullMarked
package ee.signalr.cdi.definition.elsewhere;

import org.jspecify.annotations.NullMarked;
