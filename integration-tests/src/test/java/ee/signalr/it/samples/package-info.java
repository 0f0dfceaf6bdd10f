// SPDX-License-Identifier: Apache-2.0
/** Raw answers of ASP.NET Core SignalR, compared with ours byte by byte where they do not depend on ids. */
@NullMarked
package ee.signalr.it.samples;

import org.jspecify.annotations.NullMarked;
