// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows the keys of the issuer. Implementations are thread-safe. */
@FunctionalInterface
interface KeySource {

    /**
     * The keys that may have signed a token.
     *
     * @param id the {@code kid} of the token; null when it has none
     * @return none when nobody knows such a key
     */
    List<VerificationKey> candidates(@Nullable String id);
}
