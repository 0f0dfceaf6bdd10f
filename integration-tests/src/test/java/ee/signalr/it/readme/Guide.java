// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.readme;

import ee.signalr.it.server.BuildFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The page about the server that the tests run on, and what it calls the place of the server.
 *
 * @param page the page
 * @param home the environment variable that names the unpacked server
 */
record Guide(Path page, String home) {

    private static final String TESTS = "\n## Test with Arquillian\n";

    /** The one of this run. */
    static Guide ofTheServer() {
        return switch (BuildFiles.serverName()) {
            case "liberty", "liberty-jdk25" -> named("open-liberty", "LIBERTY_HOME");
            case "wildfly" -> named("wildfly", "WILDFLY_HOME");
            case "payara6", "payara7" -> named("payara", "PAYARA_HOME");
            case "glassfish8" -> named("glassfish", "GLASSFISH_HOME");
            case "tomcat11" -> named("tomcat", "CATALINA_HOME");
            case "tomcat10-owb" -> named("tomee", "CATALINA_HOME");
            case "jetty12" -> named("jetty", "JETTY_HOME");
            default -> throw new IllegalArgumentException("No page is about " + BuildFiles.serverName());
        };
    }

    private static Guide named(String page, String home) {
        return new Guide(howTo(page), home);
    }

    private static Path howTo(String page) {
        return BuildFiles.projectDirectory().resolve("docs/howto/" + page + ".md");
    }

    /** All that it says. */
    String text() {
        try {
            return Files.readString(page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its hub. */
    String hub() {
        return blocks("java", beforeTests()).get(0);
    }

    /** Its commands, in their order: to build, to start, to see, to stop. */
    List<String> commands() {
        return blocks("sh", beforeTests());
    }

    /** What all servers have in common in tests with Arquillian: the files of a project. */
    List<Block> commonOfTests() {
        return Block.of(howTo("testing"));
    }

    /** What it says itself about tests with Arquillian: files, a profile for the POM, and commands. */
    List<Block> ownOfTests() {
        return Block.of(text().substring(beforeTests().length()));
    }

    private String beforeTests() {
        String text = text();
        int tests = text.indexOf(TESTS);
        if (tests < 0) {
            throw new AssertionError(page + " has no heading " + TESTS);
        }
        return text.substring(0, tests);
    }

    private static List<String> blocks(String language, String text) {
        return Block.of(text).stream()
                .filter(block -> block.language().equals(language))
                .map(Block::code)
                .toList();
    }
}
