// SPDX-License-Identifier: Apache-2.0
/** Tests of the validation of MicroProfile JWTs, without an engine and with keys of their own. */
@NullMarked
package ee.signalr.jwt;

import org.jspecify.annotations.NullMarked;
