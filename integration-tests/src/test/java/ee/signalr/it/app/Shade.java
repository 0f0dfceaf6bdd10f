// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

/** An enum, of which clients see the names. */
public enum Shade {
    /** One word. */
    RED,
    /** Two words. */
    DARK_BLUE
}
