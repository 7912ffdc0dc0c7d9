package dev.seatport.http.internal.scheduling;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates of headers in the three forms of RFC 9110, section 5.6.7: that of today's servers, that of RFC 850 and that of
 * {@code asctime}.
 */
public final class HttpDate {
    /** A two-digit year stands for no year that is further ahead than this (RFC 9110, section 5.6.7). */
    private static final int MAX_YEARS_AHEAD = 50;

    private HttpDate() {}

    /**
     * Reads a header's value.
     *
     * @param now decides which century a two-digit year belongs to
     * @return empty for none and for a value that is no date
     */
    public static Optional<Instant> parse(@Nullable String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        return parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                .or(() -> parse(text, Obsolete.rfc850(now)))
                .or(() -> parse(text.replaceAll("\\s+", " "), Obsolete.ASCTIME));
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter format) {
        try {
            return Optional.of(ZonedDateTime.parse(text, format).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The forms that servers must not send and clients must read; made only once one is met. */
    private static final class Obsolete {
        /** {@code Sun Nov 6 08:49:37 1994}: the blank before a short day is taken out already. */
        private static final DateTimeFormatter ASCTIME =
                of(new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern("EEE MMM d HH:mm:ss uuuu"));

        private Obsolete() {}

        /** {@code Sunday, 06-Nov-94 08:49:37 GMT}. */
        private static DateTimeFormatter rfc850(Instant now) {
            int maxYear = now.atOffset(ZoneOffset.UTC).getYear() + MAX_YEARS_AHEAD;
            return of(new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, maxYear - 99)
                    .appendPattern(" HH:mm:ss 'GMT'"));
        }

        private static DateTimeFormatter of(DateTimeFormatterBuilder pattern) {
            return pattern.toFormatter(Locale.US)
                    .withResolverStyle(ResolverStyle.STRICT)
                    .withZone(ZoneOffset.UTC);
        }
    }
}
