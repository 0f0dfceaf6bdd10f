// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory of a Java. Immutable.
 *
 * @param directory the directory
 */
record JavaHome(Path directory) {

    /** The same if it is of that version; otherwise fails saying so, lest servers be tested on another Java than is said. */
    JavaHome expect(int version) {
        Path release = directory.resolve("release");
        try {
            if (Files.readAllLines(release).stream().noneMatch(line -> line.startsWith("JAVA_VERSION=\"" + version))) {
                throw new IllegalStateException("JAVA25_HOME names " + directory + ", which is no Java " + version);
            }
            return this;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("JAVA25_HOME names " + directory + ", which is no Java", unreadable);
        }
    }
}
