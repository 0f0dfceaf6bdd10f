// SPDX-License-Identifier: Apache-2.0
/** JSON compared by meaning. */
@NullMarked
package ee.signalr.it.json;

import org.jspecify.annotations.NullMarked;
