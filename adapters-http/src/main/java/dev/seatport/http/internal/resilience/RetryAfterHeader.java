package dev.seatport.http.internal.resilience;

import dev.seatport.http.internal.scheduling.HttpDate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date in any of its three forms. A date is taken against the
 * response's own {@code Date}, because the two clocks need not agree. Any other value is ignored; of several, the longest is kept.
 */
public final class RetryAfterHeader {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");
    private static final Pattern OVERLONG_SECONDS = Pattern.compile("[0-9]{19,}");
    private static final Duration MAX_WAIT = Duration.ofDays(36_500);

    private RetryAfterHeader() {}

    /**
     * The wait that is asked for; zero for a date that is past.
     *
     * @param values of the header, in the order in which they came
     * @param date of the answer; {@code null} if it has none
     * @param now for an answer without a date
     */
    public static Optional<Duration> parse(List<String> values, @Nullable String date, Instant now) {
        return values.stream()
                .flatMap(value -> parse(value.strip(), date, now).stream())
                .max(Duration::compareTo);
    }

    private static Optional<Duration> parse(String value, @Nullable String date, Instant now) {
        if (OVERLONG_SECONDS.matcher(value).matches()) {
            return Optional.of(MAX_WAIT);
        }
        if (SECONDS.matcher(value).matches()) {
            Duration wait = Duration.ofSeconds(Long.parseLong(value));
            return Optional.of(wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait);
        }
        Instant from = HttpDate.parse(date, now).orElse(now);
        return HttpDate.parse(value, now)
                .map(until -> until.isAfter(from) ? Duration.between(from, until) : Duration.ZERO);
    }
}
