// SPDX-License-Identifier: Apache-2.0
/** The hubs that the recorded conversations were made with. Internal to the conformance WAR. */
@NullMarked
package ee.signalr.conformance;

import org.jspecify.annotations.NullMarked;
