// SPDX-License-Identifier: Apache-2.0
/** Node scripts whose printed lines become tests. */
@NullMarked
package ee.signalr.it.node;

import org.jspecify.annotations.NullMarked;
