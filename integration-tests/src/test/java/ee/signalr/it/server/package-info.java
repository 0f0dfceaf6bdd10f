// SPDX-License-Identifier: Apache-2.0
/** Open Liberty processes of the tests: started, watched and stopped. */
@NullMarked
package ee.signalr.it.server;

import org.jspecify.annotations.NullMarked;
