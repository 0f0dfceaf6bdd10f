// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.core.protocol.RawValue;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A received value as JSON-B takes it. {@link ExactJsonProvider} knows it and reads the bytes as they are; whoever else reads
 * it gets characters. Confined to one call.
 */
final class RawReader extends Reader {

    private final RawValue value;
    private @Nullable Reader characters;

    RawReader(RawValue value) {
        this.value = value;
    }

    RawValue value() {
        return value;
    }

    /** The value as characters, from its beginning. */
    StringReader characters() {
        return new StringReader(new String(value.bytes(), value.start(), value.size(), StandardCharsets.UTF_8));
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        Reader source = characters;
        if (source == null) {
            source = characters();
            characters = source;
        }
        return source.read(buffer, offset, length);
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
