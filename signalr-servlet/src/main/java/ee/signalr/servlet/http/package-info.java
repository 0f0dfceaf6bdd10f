// SPDX-License-Identifier: Apache-2.0
/**
 * HTTP: negotiate, Server-Sent Events, long polling, POST and DELETE, each in a handler of its own behind one servlet.
 *
 * <p>Internal: no stability is promised. Handlers are thread-safe; no thread waits for a client.
 */
@NullMarked
package ee.signalr.servlet.http;

import org.jspecify.annotations.NullMarked;
