// SPDX-License-Identifier: Apache-2.0
/** The {@code /bench} hub, for load generators. Internal to the example. */
@NullMarked
package ee.signalr.example.bench;

import org.jspecify.annotations.NullMarked;
