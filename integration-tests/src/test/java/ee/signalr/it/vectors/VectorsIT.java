// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.vectors;

/** All conversations in JSON, but those of uploads. */
class VectorsIT extends VectorSuite {

    VectorsIT() {
        super(new JsonDialect(), 153);
    }

    @Override
    boolean isOffered(Recording recording) {
        return !recording.name().startsWith("upload:");
    }
}
