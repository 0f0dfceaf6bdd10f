// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.guarded;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** What is not SignalR. */
@ApplicationPath("/api")
public class GuardedApplication extends Application {}
