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

/** Checks all log lines at all levels of Logback until it is closed, and records the lines with a secret. */
public final class SecretLeakDetector implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final List<Appender<ILoggingEvent>> detached = new ArrayList<>();
    private final List<String> leaks = new CopyOnWriteArrayList<>();
    private final AtomicLong lines = new AtomicLong();
    private final LeakAppender appender;

    private SecretLeakDetector(List<String> needles) {
        this.appender = new LeakAppender(needles);
    }

    /** Starts the search for a secret, plain and form-encoded, and for headers and JSON members with tokens. */
    public static SecretLeakDetector forSecret(String secret) {
        SecretLeakDetector detector = new SecretLeakDetector(
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
        root.setLevel(before);
        root.detachAppender(appender);
        detached.forEach(root::addAppender);
    }

    private final class LeakAppender extends AppenderBase<ILoggingEvent> {
        private final List<String> needles;

        LeakAppender(List<String> needles) {
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
