// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.transport;

/** Whether a hub protocol, and so the frames of a connection, are text or binary. */
public enum TransferFormat {
    /** UTF-8 text, sent in text frames where the carrier tells the difference. */
    TEXT("Text"),
    /** Bytes. */
    BINARY("Binary");

    private final String wireName;

    TransferFormat(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the negotiate answer; never null. */
    public String wireName() {
        return wireName;
    }
}
