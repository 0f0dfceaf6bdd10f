// SPDX-License-Identifier: Apache-2.0
/** Who may come in, and the tokens that say so: {@code POST /api/token}. Internal to the example. */
@NullMarked
package ee.signalr.example.login;

import org.jspecify.annotations.NullMarked;
