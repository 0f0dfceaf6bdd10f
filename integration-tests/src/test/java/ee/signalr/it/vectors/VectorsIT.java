// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.vectors;

/** All conversations in JSON. */
class VectorsIT extends VectorSuite {

    VectorsIT() {
        super(new JsonDialect(), 153);
    }
}
