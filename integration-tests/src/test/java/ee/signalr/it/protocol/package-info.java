// SPDX-License-Identifier: Apache-2.0
/** A hub protocol that an application adds: a line of words for each message. */
@NullMarked
package ee.signalr.it.protocol;

import org.jspecify.annotations.NullMarked;
