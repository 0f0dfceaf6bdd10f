// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.protocol;

import ee.signalr.core.protocol.MessageFormat;

/** Messages that end with a line feed. There is one instance. */
enum LineFormat implements MessageFormat {
    /** The format. */
    INSTANCE;

    @Override
    public int endOfMessage(byte[] bytes, int start, int searched, int end) {
        for (int at = searched; at < end; at++) {
            if (bytes[at] == '\n') {
                return at + 1;
            }
        }
        return INCOMPLETE;
    }

    @Override
    public int contentStart(byte[] bytes, int start) {
        return start;
    }

    @Override
    public int contentEnd(byte[] bytes, int endOfMessage) {
        return endOfMessage - 1;
    }
}
