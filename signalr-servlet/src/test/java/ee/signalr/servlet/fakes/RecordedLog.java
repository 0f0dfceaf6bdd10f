// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.fakes;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class logs while the test looks, and nobody else then sees. Thread-safe. */
public final class RecordedLog extends Handler implements AutoCloseable {

    private final Logger logger;
    private final List<String> messages = new CopyOnWriteArrayList<>();

    private RecordedLog(Logger logger) {
        this.logger = logger;
    }

    public static RecordedLog of(Class<?> type) {
        Logger logger = Logger.getLogger(type.getName());
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
    }

    /** Level, a blank, text. */
    public List<String> messages() {
        return messages;
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
