// SPDX-License-Identifier: Apache-2.0
/** What bad clients do in great numbers: memory stays bounded and the others are answered. */
@NullMarked
package ee.signalr.it.flood;

import org.jspecify.annotations.NullMarked;
