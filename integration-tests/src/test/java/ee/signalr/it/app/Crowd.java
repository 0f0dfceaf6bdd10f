// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;

/** Who is connected to the hasty hub. Thread-safe. */
@ApplicationScoped
@Typed(Crowd.class)
public class Crowd extends Presence {}
