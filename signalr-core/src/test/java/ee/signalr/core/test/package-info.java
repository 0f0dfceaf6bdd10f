// SPDX-License-Identifier: Apache-2.0
/** What tests of the engine share: a clock, executors and a timer moved by hand, a transport that records, a client. */
@NullMarked
package ee.signalr.core.test;

import org.jspecify.annotations.NullMarked;
