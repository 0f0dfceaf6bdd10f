// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.vectors;

import java.util.List;

/** All conversations in JSON, but those that need streams. */
class VectorsIT extends VectorSuite {

    private static final List<String> NOT_YET = List.of("stream:", "upload:");

    VectorsIT() {
        super(new JsonDialect(), 153);
    }

    @Override
    boolean isOffered(Recording recording) {
        return NOT_YET.stream().noneMatch(recording.name()::startsWith);
    }
}
