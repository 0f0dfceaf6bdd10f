// SPDX-License-Identifier: Apache-2.0
/** Tests of finding, binding and calling hub methods. */
@NullMarked
package ee.signalr.core.dispatch;

import org.jspecify.annotations.NullMarked;
