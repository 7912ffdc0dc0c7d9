package dev.seatport.http.internal.resilience;

import dev.seatport.http.internal.scheduling.HttpDate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date in any of its three forms.
 *
 * <p>A date is compared with the response's {@code Date}, because the clocks of vendor and client may differ. Other values are ignored.
 * The longest of several values counts.
 */
public final class RetryAfterHeader {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");
    private static final Pattern OVERLONG_SECONDS = Pattern.compile("[0-9]{19,}");
    private static final Duration MAX_WAIT = Duration.ofDays(36_500);

    private RetryAfterHeader() {}

    /**
     * Parses the wait; zero for a date in the past.
     *
     * @param values of the header, in their order
     * @param date of the response; {@code null} if absent
     * @param now for a response without a date
     * @return empty if there is no valid value
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
