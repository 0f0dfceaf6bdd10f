// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.jose4j.keys.EllipticCurves;

/** The signatures that can be configured: asymmetric ones only, each with its type of key. Stateless. */
enum SignatureAlgorithm {
    RS256(Family.RSA, 2048),
    RS384(Family.RSA, 2048),
    RS512(Family.RSA, 2048),
    PS256(Family.RSA, 2048),
    PS384(Family.RSA, 2048),
    PS512(Family.RSA, 2048),
    ES256(Family.EC, 256),
    ES384(Family.EC, 384),
    ES512(Family.EC, 521);

    /** A type of key. */
    enum Family {
        RSA,
        EC
    }

    private final Family family;
    private final int bits;

    SignatureAlgorithm(Family family, int bits) {
        this.family = family;
        this.bits = bits;
    }

    /** The algorithm of a name, as the header {@code alg} has it. */
    static Optional<SignatureAlgorithm> named(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name().equals(name))
                .findFirst();
    }

    Family family() {
        return family;
    }

    /** Whether a key is of the right type, and as long as it has to be. */
    boolean accepts(PublicKey key) {
        return switch (family) {
            case RSA -> key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= bits;
            case EC ->
                key instanceof ECPublicKey ec
                        && curve().equals(EllipticCurves.getName(ec.getParams().getCurve()));
        };
    }

    /** What key it needs, for people. */
    String need() {
        return switch (family) {
            case RSA -> "RSA with " + bits + " bits or more";
            case EC -> "EC on curve " + curve();
        };
    }

    private String curve() {
        return "P-" + bits;
    }
}
