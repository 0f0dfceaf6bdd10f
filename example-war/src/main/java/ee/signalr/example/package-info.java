// SPDX-License-Identifier: Apache-2.0
/** What the hubs of the example share. Internal to the example; thread-safe. */
@NullMarked
package ee.signalr.example;

import org.jspecify.annotations.NullMarked;
