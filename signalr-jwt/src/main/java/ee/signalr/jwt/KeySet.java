// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys of one issuer, all for one algorithm. Immutable.
 *
 * @param keys the keys
 */
record KeySet(List<VerificationKey> keys) {

    static final KeySet EMPTY = new KeySet(List.of());

    /** Takes an immutable copy. */
    KeySet {
        keys = List.copyOf(keys);
    }

    /**
     * The keys that may have signed a token.
     *
     * @param id the {@code kid} of the token; null when it has none
     * @return the key of that id, or those without any; all when the token names none
     */
    List<VerificationKey> candidates(@Nullable String id) {
        if (id == null) {
            return keys;
        }
        List<VerificationKey> named =
                keys.stream().filter(key -> id.equals(key.id())).toList();
        return named.isEmpty() ? keys.stream().filter(key -> key.id() == null).toList() : named;
    }
}
