// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

/** How long a server lets connections be idle, by its own configuration. */
enum Patience {
    /** As long as it does when nothing is configured. */
    USUAL,
    /** So short that a test can wait for longer. */
    SHORT;

    /** The short time. */
    static final int SECONDS = 5;

    /** The short time in milliseconds. */
    static final int MILLIS = SECONDS * 1000;
}
