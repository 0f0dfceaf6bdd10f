// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class logs while this is open, with what was thrown; the console does not see it. Thread-safe. */
final class RecordedLog extends Handler implements AutoCloseable {

    private final Logger logger;
    private final Level before;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private RecordedLog(Logger logger, Level level) {
        this.logger = logger;
        this.before = logger.getLevel();
        logger.setLevel(level);
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    static RecordedLog of(Class<?> type, Level level) {
        return new RecordedLog(Logger.getLogger(type.getName()), level);
    }

    /** The messages so far, each with what was thrown. */
    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(entry.getThrown() == null ? entry.getMessage() : entry.getMessage() + " " + entry.getThrown());
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
        logger.setLevel(before);
    }
}
