// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where keys lie: in a file, on the class path, or on another server. Immutable.
 *
 * @param text as configured
 */
record KeyLocation(String text) {

    /** The largest document with keys that is read, in bytes. */
    static final int MAX_BYTES = 1 << 18;

    /** Whether keys have to be fetched from another server. */
    boolean isRemote() {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("https:") || lower.startsWith("http:");
    }

    /**
     * The address of another server.
     *
     * @throws IllegalArgumentException when it is none, with the end of a sentence that tells so
     */
    URI address() {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException("is not a URL", broken);
        }
        throw new IllegalArgumentException("is a URL without a host");
    }

    /**
     * What lies there.
     *
     * @throws IllegalArgumentException when nothing can be read, with the end of a sentence that tells why
     */
    String read() {
        try (InputStream in = open()) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IllegalArgumentException("names something with more than " + MAX_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException unreadable) {
            throw new IllegalArgumentException("names something that cannot be read", unreadable);
        }
    }

    private InputStream open() throws IOException {
        if (text.startsWith("file:")) {
            return Files.newInputStream(file());
        }
        Path file = Path.of(text);
        return Files.isRegularFile(file) ? Files.newInputStream(file) : resource();
    }

    private Path file() {
        try {
            return Path.of(URI.create(text));
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException("is not a URL of a file", broken);
        }
    }

    private InputStream resource() throws IOException {
        String name = text.startsWith("/") ? text.substring(1) : text;
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        URL found = loader == null ? null : loader.getResource(name);
        if (found == null) {
            throw new IllegalArgumentException("names neither a file nor a resource of the application");
        }
        return found.openStream();
    }
}
