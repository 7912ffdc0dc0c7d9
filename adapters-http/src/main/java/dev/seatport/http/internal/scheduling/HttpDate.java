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

/** Parses dates of HTTP headers in the three forms of RFC 9110, section 5.6.7: the current one, RFC 850 and {@code asctime}. */
public final class HttpDate {
    /** RFC 9110, section 5.6.7: a two-digit year is at most this many years in the future. */
    private static final int MAX_YEARS_AHEAD = 50;

    private HttpDate() {}

    /**
     * Parses the value of a header.
     *
     * @param now decides the century of a two-digit year
     * @return empty if the value is absent or no date
     */
    public static Optional<Instant> parse(@Nullable String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        return parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                .or(() -> parse(text, ObsoleteDateFormat.rfc850(now)))
                .or(() -> parse(text.replaceAll("\\s+", " "), ObsoleteDateFormat.ASCTIME));
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter format) {
        try {
            return Optional.of(ZonedDateTime.parse(text, format).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Obsolete forms that clients must accept. Loaded only when needed. */
    private static final class ObsoleteDateFormat {
        /** {@code Sun Nov 6 08:49:37 1994}, after double spaces were collapsed. */
        private static final DateTimeFormatter ASCTIME =
                of(new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern("EEE MMM d HH:mm:ss uuuu"));

        private ObsoleteDateFormat() {}

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
