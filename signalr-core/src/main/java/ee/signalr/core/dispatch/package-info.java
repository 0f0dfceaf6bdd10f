// SPDX-License-Identifier: Apache-2.0
/**
 * From an invocation to the hub method and back to its completion.
 *
 * <p>Extension SPI where the container gives hub instances ({@code HubActivator}) and definitions; the rest is internal. Thread-safe unless a type says otherwise.
 */
@NullMarked
package ee.signalr.core.dispatch;

import org.jspecify.annotations.NullMarked;
