// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

/** An object of the recorded samples. Mutable, for JSON-B; not thread-safe. */
public class CustomObject {

    /** A text. */
    public String name;

    /** A number. */
    public int value;
}
