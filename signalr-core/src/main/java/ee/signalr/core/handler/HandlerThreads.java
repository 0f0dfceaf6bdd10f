// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Where and when a handler works.
 *
 * @param executor runs user code
 * @param lateFlush sends what is held back
 * @param clock nanoseconds, as {@link System#nanoTime}
 */
public record HandlerThreads(Executor executor, LateFlush lateFlush, LongSupplier clock) {}
