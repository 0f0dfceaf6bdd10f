// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * A key of an issuer. Immutable.
 *
 * @param id its {@code kid}; null when it has none
 * @param key verifies signatures
 */
record VerificationKey(@Nullable String id, PublicKey key) {}
