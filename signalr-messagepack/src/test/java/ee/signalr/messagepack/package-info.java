// SPDX-License-Identifier: Apache-2.0
/** Tests of the MessagePack hub protocol, without an engine. */
@NullMarked
package ee.signalr.messagepack;

import org.jspecify.annotations.NullMarked;
