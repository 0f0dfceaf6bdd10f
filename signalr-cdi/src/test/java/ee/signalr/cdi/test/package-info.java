// SPDX-License-Identifier: Apache-2.0
/** An application in a CDI container, and clients of it, for the tests of this module. */
@NullMarked
package ee.signalr.cdi.test;

import org.jspecify.annotations.NullMarked;
