// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of the options tells the truth. */
class OptionsDocumentTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)`( ◦)? \\| ([^|]*) \\|", Pattern.MULTILINE);

    private static final Map<String, Row> ROWS = rows();

    /**
     * What the page says of an option.
     *
     * @param ofConnections whether connection handlers have it too
     * @param defaultValue its default
     */
    private record Row(boolean ofConnections, String defaultValue) {}

    private static Map<String, Row> rows() {
        try {
            return ROW.matcher(Files.readString(Path.of("..", "docs", "options.md")))
                    .results()
                    .collect(Collectors.toMap(row -> row.group(1), OptionsDocumentTest::row));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Row row(MatchResult row) {
        return new Row(row.group(2) != null, row.group(3));
    }

    static List<Option<?>> options() {
        return Stream.concat(Options.ofHubs().stream(), Options.ofApplication().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("options")
    void shouldTellTheDefaultOfEachOption(Option<?> option) {
        assertThat(ROWS).containsKey(option.name());
        Row row = ROWS.get(option.name());
        assertThat(row.defaultValue()).isEqualTo(written(option));
        assertThat(row.ofConnections())
                .as("marked as an option of connection handlers")
                .isEqualTo(Options.ofConnections().contains(option));
    }

    @Test
    void shouldTellOfNoOptionThatDoesNotExist() {
        assertThat(ROWS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        options().stream().map(Option::name).toList());
    }

    private static String written(Option<?> option) {
        Object value = option.defaultValue();
        if (value instanceof Duration duration) {
            return duration.toSeconds() + "s";
        }
        if (option == Options.TRANSPORTS) {
            return "all";
        }
        if (option == Options.SUPPORTED_PROTOCOLS) {
            return "all that there are";
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return value instanceof Collection<?> nothing && nothing.isEmpty() ? "none" : value.toString();
    }
}
