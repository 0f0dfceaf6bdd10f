// SPDX-License-Identifier: Apache-2.0
/** A servlet container and a WebSocket server that do what a test tells them, and nothing that a test does not expect. */
@NullMarked
package ee.signalr.servlet.fakes;

import org.jspecify.annotations.NullMarked;
