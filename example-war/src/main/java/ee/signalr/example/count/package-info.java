// SPDX-License-Identifier: Apache-2.0
/** The {@code /counthub} hub and the REST resource that speaks through it. Internal to the example. */
@NullMarked
package ee.signalr.example.count;

import org.jspecify.annotations.NullMarked;
