// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.nio.file.Path;

/**
 * A WAR that a test server gets. Immutable.
 *
 * @param war the file
 * @param contextRoot where it is served, for example {@code /it}
 */
public record Application(Path war, String contextRoot) {

    String fileName() {
        return war.getFileName().toString();
    }

    String element() {
        return "  <webApplication location=\"" + fileName() + "\" contextRoot=\"" + contextRoot + "\"/>\n";
    }
}
