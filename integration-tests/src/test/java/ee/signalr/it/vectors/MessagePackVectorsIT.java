// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.vectors;

/** All conversations in MessagePack. */
class MessagePackVectorsIT extends VectorSuite {

    MessagePackVectorsIT() {
        super(new MessagePackDialect(), 64);
    }
}
