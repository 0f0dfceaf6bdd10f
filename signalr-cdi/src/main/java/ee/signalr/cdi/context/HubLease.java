// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

/** A hub for the time of one call. */
interface HubLease {

    /** The hub, its interceptors included; never null. */
    Object hub();

    /** Gives it back; never throws. Called once, on any thread. */
    void end();
}
