// SPDX-License-Identifier: Apache-2.0
/** What an application has that wants TLS. */
@NullMarked
package ee.signalr.it.tls;

import org.jspecify.annotations.NullMarked;
