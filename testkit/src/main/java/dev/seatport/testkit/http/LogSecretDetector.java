package dev.seatport.testkit.http;

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

/**
 * Log check that records the lines with a secret. Until it is closed, it replaces the appenders of Logback's root logger and sets the
 * logger's level to TRACE. {@link #close} restores both.
 */
public final class LogSecretDetector implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level originalLevel = root.getLevel();
    private final List<Appender<ILoggingEvent>> detached = new ArrayList<>();
    private final List<String> leaks = new CopyOnWriteArrayList<>();
    private final AtomicLong lines = new AtomicLong();
    private final LeakAppender appender;

    private LogSecretDetector(List<String> forbiddenTexts) {
        this.appender = new LeakAppender(forbiddenTexts);
    }

    /** Starts the search for a secret as plain text and form-encoded; also searches for {@code Bearer} and {@code access_token}. */
    public static LogSecretDetector forSecret(String secret) {
        LogSecretDetector detector = new LogSecretDetector(
                List.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8), "Bearer ", "access_token"));
        detector.root.iteratorForAppenders().forEachRemaining(detector.detached::add);
        detector.detached.forEach(detector.root::detachAppender);
        detector.appender.start();
        detector.root.addAppender(detector.appender);
        detector.root.setLevel(Level.TRACE);
        return detector;
    }

    /** Returns the lines that contain a secret. */
    public List<String> leaks() {
        return leaks;
    }

    /** Returns how many lines were logged. */
    public long lines() {
        return lines.get();
    }

    @Override
    public void close() {
        root.setLevel(originalLevel);
        root.detachAppender(appender);
        detached.forEach(root::addAppender);
    }

    private final class LeakAppender extends AppenderBase<ILoggingEvent> {
        private final List<String> forbiddenTexts;

        LeakAppender(List<String> forbiddenTexts) {
            this.forbiddenTexts = forbiddenTexts;
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.incrementAndGet();
            String trace =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            String line = event.getLoggerName() + " " + event.getFormattedMessage() + trace;
            if (forbiddenTexts.stream().anyMatch(line::contains)) {
                leaks.add(line);
            }
        }
    }
}
