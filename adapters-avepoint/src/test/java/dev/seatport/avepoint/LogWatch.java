package dev.seatport.avepoint;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;

/** Reads all that is logged at any level until it is closed, and keeps the lines that give a secret away. */
final class LogWatch implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final List<Appender<ILoggingEvent>> silenced = new ArrayList<>();
    private final List<String> leaks = new CopyOnWriteArrayList<>();
    private final AtomicLong lines = new AtomicLong();
    private final Reader reader;

    private LogWatch(List<String> needles) {
        this.reader = new Reader(needles);
    }

    /** Watches for a secret as it is and as a form spells it, and for headers and members that hold tokens. */
    static LogWatch forSecret(String secret) {
        LogWatch watch = new LogWatch(
                List.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8), "Bearer ", "access_token"));
        watch.root.iteratorForAppenders().forEachRemaining(watch.silenced::add);
        watch.silenced.forEach(watch.root::detachAppender);
        watch.reader.start();
        watch.root.addAppender(watch.reader);
        watch.root.setLevel(Level.TRACE);
        return watch;
    }

    List<String> leaks() {
        return leaks;
    }

    /** How many lines were read. */
    long lines() {
        return lines.get();
    }

    @Override
    public void close() {
        root.setLevel(before);
        root.detachAppender(reader);
        silenced.forEach(root::addAppender);
    }

    private final class Reader extends AppenderBase<ILoggingEvent> {
        private final List<String> needles;

        Reader(List<String> needles) {
            this.needles = needles;
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.incrementAndGet();
            String trace =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            String line = event.getLoggerName() + " " + event.getFormattedMessage() + trace;
            if (needles.stream().anyMatch(line::contains)) {
                leaks.add(line);
            }
        }
    }
}
