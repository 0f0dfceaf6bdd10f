// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.fakes;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a class logs while the test looks, and nobody else then sees. Thread-safe. */
public final class RecordedLog extends Handler implements AutoCloseable {

    private final Logger logger;
    private final @Nullable Level level;
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();

    private RecordedLog(Logger logger) {
        this.logger = logger;
        this.level = logger.getLevel();
    }

    /** Everything that the product logs, at every level. */
    public static RecordedLog ofEverything() {
        RecordedLog log = of(Logger.getLogger("ee.signalr"));
        log.logger.setLevel(Level.ALL);
        return log;
    }

    public static RecordedLog of(Class<?> type) {
        return of(Logger.getLogger(type.getName()));
    }

    private static RecordedLog of(Logger logger) {
        RecordedLog log = new RecordedLog(logger);
        log.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(log);
        return log;
    }

    @Override
    public void publish(LogRecord event) {
        Object[] parameters = event.getParameters();
        String message = parameters == null ? event.getMessage() : MessageFormat.format(event.getMessage(), parameters);
        messages.add(event.getLevel() + " " + message);
        if (event.getThrown() != null) {
            StringWriter stack = new StringWriter();
            event.getThrown().printStackTrace(new PrintWriter(stack));
            failures.add(stack.toString());
        }
    }

    /** Level, a blank, text. */
    public List<String> messages() {
        return messages;
    }

    /** All messages, and all failures with their causes. */
    public String text() {
        return String.join("\n", messages) + "\n" + String.join("\n", failures);
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(level);
        logger.setUseParentHandlers(true);
    }
}
