// SPDX-License-Identifier: Apache-2.0
/** MessagePack as the tests read and write it, apart from the code under test. */
@NullMarked
package ee.signalr.it.msgpack;

import org.jspecify.annotations.NullMarked;
