// SPDX-License-Identifier: Apache-2.0
/** Callers whom the container authenticates, by HTTP basic authentication. */
@NullMarked
package ee.signalr.it.guarded.basic;

import org.jspecify.annotations.NullMarked;
