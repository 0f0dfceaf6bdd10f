// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.samples;

import ee.signalr.it.json.Meaning;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One recorded answer. Immutable.
 *
 * @param title its title
 * @param lines what was recorded, empty lines left out
 */
record Sample(String title, List<String> lines) {

    private static final String TITLE = "## ";
    private static final Pattern MESSAGE = Pattern.compile("msg (\".*\")");
    private static final Pattern CLOSE = Pattern.compile("close (\\d+) \"\"");

    static List<Sample> all() {
        try (InputStream file = Sample.class.getResourceAsStream("/wire-samples.txt")) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Sample> parse(String text) {
        List<Sample> samples = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (line.startsWith(TITLE)) {
                samples.add(new Sample(line.substring(TITLE.length()), new ArrayList<>()));
            } else if (!samples.isEmpty() && !line.isBlank()) {
                samples.get(samples.size() - 1).lines.add(line);
            }
        }
        return samples;
    }

    /** Status code and reason phrase of an HTTP answer. */
    String status() {
        return lines.get(0).substring(0, lines.get(0).indexOf('{')).strip();
    }

    /** Headers of an HTTP answer. */
    JsonObject headers() {
        return Meaning.read(lines.get(0).substring(lines.get(0).indexOf('{'))).asJsonObject();
    }

    /** Body of an HTTP answer. */
    String body() {
        return ((JsonString) Meaning.read(lines.get(1))).getString();
    }

    /** All messages of a WebSocket, joined: where one frame ends and the next begins is a matter of time. */
    String messages() {
        StringBuilder all = new StringBuilder();
        for (String line : lines) {
            Matcher message = MESSAGE.matcher(line);
            if (message.matches()) {
                all.append(((JsonString) Meaning.read(message.group(1))).getString());
            }
        }
        return all.toString();
    }

    /** Close code of a WebSocket, or 0 where it stayed open. */
    int closeCode() {
        return lines.stream()
                .map(CLOSE::matcher)
                .filter(Matcher::matches)
                .mapToInt(close -> Integer.parseInt(close.group(1)))
                .findFirst()
                .orElse(0);
    }
}
