// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import java.io.IOException;

/** Gets the keys of the issuer from another server. Implementations are thread-safe. */
@FunctionalInterface
interface KeyFetch {

    /**
     * Gets them, within a limited time.
     *
     * @throws IOException when they do not come
     * @throws IllegalArgumentException when what comes has none
     */
    KeySet get() throws IOException;
}
