// SPDX-License-Identifier: Apache-2.0
/** The {@code /hubs/chatroom} hub: one room with a memory. Internal to the example. */
@NullMarked
package ee.signalr.example.chatroom;

import org.jspecify.annotations.NullMarked;
