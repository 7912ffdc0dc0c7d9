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

/** Reads every log line at every level of Logback until it is closed, and keeps the lines that contain a secret. */
public final class SecretLeakDetector implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final List<Appender<ILoggingEvent>> silenced = new ArrayList<>();
    private final List<String> leaks = new CopyOnWriteArrayList<>();
    private final AtomicLong lines = new AtomicLong();
    private final Reader reader;

    private SecretLeakDetector(List<String> needles) {
        this.reader = new Reader(needles);
    }

    /** Looks for a secret, plain and as a form encodes it, and for headers and JSON members that hold tokens. */
    public static SecretLeakDetector forSecret(String secret) {
        SecretLeakDetector detector = new SecretLeakDetector(
                List.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8), "Bearer ", "access_token"));
        detector.root.iteratorForAppenders().forEachRemaining(detector.silenced::add);
        detector.silenced.forEach(detector.root::detachAppender);
        detector.reader.start();
        detector.root.addAppender(detector.reader);
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
