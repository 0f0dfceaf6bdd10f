// SPDX-License-Identifier: Apache-2.0
/**
 * JMH benchmarks of the engine, run on demand (see {@code docs/performance.md}), and tests that gate what it allocates, which
 * is the same on every machine.
 */
@NullMarked
package ee.signalr.benchmarks;

import org.jspecify.annotations.NullMarked;
