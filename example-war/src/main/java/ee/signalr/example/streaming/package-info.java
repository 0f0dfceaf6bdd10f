// SPDX-License-Identifier: Apache-2.0
/** The {@code /streaming} hub: streams in both directions. Internal to the example. */
@NullMarked
package ee.signalr.example.streaming;

import org.jspecify.annotations.NullMarked;
