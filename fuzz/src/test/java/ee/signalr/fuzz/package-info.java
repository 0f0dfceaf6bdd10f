// SPDX-License-Identifier: Apache-2.0
/**
 * Fuzzing of what reads bytes of clients. An ordinary test run replays the corpus in the resources; CONTRIBUTING.md tells how
 * to let the fuzzer look for more.
 */
@NullMarked
package ee.signalr.fuzz;

import org.jspecify.annotations.NullMarked;
