// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes connection ids and tokens: 128 random bits each, as 22 characters of base64url. Thread-safe. */
final class ConnectionIds {

    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    String next() {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
