// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes the directories of servers. Stateless. */
final class Directories {

    private Directories() {}

    /** Makes it, without what it held. */
    static Path empty(Path directory) throws IOException {
        if (Files.exists(directory)) {
            for (Path old : all(directory, Comparator.reverseOrder())) {
                Files.delete(old);
            }
        }
        return Files.createDirectories(directory);
    }

    /** Copies what a directory holds into another. */
    static Path copy(Path from, Path to) throws IOException {
        for (Path file : all(from, Comparator.naturalOrder())) {
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target);
            }
        }
        return to;
    }

    private static List<Path> all(Path directory, Comparator<Path> order) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.sorted(order).toList();
        }
    }
}
