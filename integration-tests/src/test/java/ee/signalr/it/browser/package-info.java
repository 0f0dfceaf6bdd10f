// SPDX-License-Identifier: Apache-2.0
/** The example's pages in headless Chromium. */
@NullMarked
package ee.signalr.it.browser;

import org.jspecify.annotations.NullMarked;
