// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.UUID;

/** An object of the recorded samples, named as they name it. Mutable, for JSON-B; not thread-safe. */
public class ComplexObject {

    /** A text. */
    @JsonbProperty("String")
    public String text;

    /** Numbers. */
    @JsonbProperty("IntArray")
    public int[] intArray;

    /** Bytes. */
    @JsonbProperty("ByteArray")
    public byte[] byteArray;

    /** An identifier. */
    @JsonbProperty("Guid")
    public UUID guid;

    /** A moment. */
    @JsonbProperty("DateTime")
    public Instant dateTime;
}
