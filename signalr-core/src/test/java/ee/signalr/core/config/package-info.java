// SPDX-License-Identifier: Apache-2.0
/** Tests of the options. */
@NullMarked
package ee.signalr.core.config;

import org.jspecify.annotations.NullMarked;
