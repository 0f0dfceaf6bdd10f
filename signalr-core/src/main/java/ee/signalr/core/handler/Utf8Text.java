// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Tells whether bytes are text. Stateless. */
final class Utf8Text {

    private static final System.Logger LOG = System.getLogger(Utf8Text.class.getName());

    private Utf8Text() {}

    /** Whether the bytes are whole characters in UTF-8. */
    static boolean isUtf8(byte[] bytes) {
        int plain = 0;
        while (plain < bytes.length && bytes[plain] >= 0) {
            plain++;
        }
        if (plain == bytes.length) {
            return true;
        }
        try {
            // A new decoder reports what it cannot read.
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, plain, bytes.length - plain));
            return true;
        } catch (CharacterCodingException notText) {
            LOG.log(System.Logger.Level.TRACE, "Not UTF-8", notText);
            return false;
        }
    }
}
