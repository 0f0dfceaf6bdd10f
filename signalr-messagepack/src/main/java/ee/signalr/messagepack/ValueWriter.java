// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import java.io.IOException;

/** Writes values of one class. Thread-safe. */
@FunctionalInterface
interface ValueWriter {

    /** Writes a value, which is of that class. */
    void write(ValueOutput out, Object value) throws IOException;
}
