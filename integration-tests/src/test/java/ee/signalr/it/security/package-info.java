// SPDX-License-Identifier: Apache-2.0
/** Who may connect, call and stay, and from where. */
@NullMarked
package ee.signalr.it.security;

import org.jspecify.annotations.NullMarked;
