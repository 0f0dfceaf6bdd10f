// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.SignalRException;

/** Bytes are not JSON, or not the JSON that was expected. Never leaves this package. */
final class JsonSyntaxException extends SignalRException {

    private static final long serialVersionUID = 1L;

    private final int position;

    JsonSyntaxException(String message, int position) {
        super(message);
        this.position = position;
    }

    /** The index of the first byte that is wrong. */
    int position() {
        return position;
    }
}
