// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

/** Whether what is sent to a client is text or binary. The names on the wire are those of the negotiate answer. */
public enum TransferFormat {
    /** UTF-8 text, sent in text frames where the transport tells the difference. */
    TEXT("Text"),
    /** Bytes, sent in binary frames where the transport tells the difference. */
    BINARY("Binary");

    private final String wireName;

    TransferFormat(String wireName) {
        this.wireName = wireName;
    }

    /**
     * The name by which clients know the format.
     *
     * @return the name as in the negotiate answer, for example {@code Text}; never null
     */
    public String wireName() {
        return wireName;
    }
}
