// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A document on another server. Each fetch has limits: of time, of size, and no redirects. Immutable.
 *
 * @param address where it is
 * @param timeout how long a fetch may take to connect, between two reads, and nearly in all
 */
record HttpDocument(URI address, Duration timeout) {

    private static final int CHUNK = 8192;

    /**
     * Fetches it.
     *
     * @throws IOException when it does not come, or not as it should
     */
    String fetch() throws IOException {
        long start = System.nanoTime();
        HttpURLConnection connection = connection();
        try {
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IOException("the answer has status " + status);
            }
            try (InputStream body = connection.getInputStream()) {
                return read(body, start);
            }
        } finally {
            connection.disconnect();
        }
    }

    private HttpURLConnection connection() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout((int) timeout.toMillis());
        connection.setReadTimeout((int) timeout.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestProperty("Accept", "application/jwk-set+json, application/json, */*;q=0.5");
        return connection;
    }

    private String read(InputStream body, long start) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
            bytes.write(chunk, 0, count);
            if (bytes.size() > KeyLocation.MAX_BYTES) {
                throw new IOException("the answer has more than " + KeyLocation.MAX_BYTES + " bytes");
            }
            if (System.nanoTime() - start > timeout.toNanos()) {
                throw new IOException("the answer takes more than " + timeout.toSeconds() + " s");
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
