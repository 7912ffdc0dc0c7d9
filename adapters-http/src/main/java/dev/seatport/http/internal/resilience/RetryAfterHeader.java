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
    private static final Pattern MORE_SECONDS = Pattern.compile("[0-9]{19,}");
    private static final Duration FOR_GOOD = Duration.ofDays(36_500);

    private RetryAfterHeader() {}

    /**
     * The wait that is asked for; zero for a date that is past.
     *
     * @param values of the header, in the order in which they came
     * @param date of the answer; {@code null} if it has none
     * @param now for an answer without a date
     */
    public static Optional<Duration> read(List<String> values, @Nullable String date, Instant now) {
        return values.stream()
                .flatMap(value -> read(value.strip(), date, now).stream())
                .max(Duration::compareTo);
    }

    private static Optional<Duration> read(String value, @Nullable String date, Instant now) {
        if (MORE_SECONDS.matcher(value).matches()) {
            return Optional.of(FOR_GOOD);
        }
        if (SECONDS.matcher(value).matches()) {
            Duration asked = Duration.ofSeconds(Long.parseLong(value));
            return Optional.of(asked.compareTo(FOR_GOOD) > 0 ? FOR_GOOD : asked);
        }
        Instant from = HttpDate.read(date, now).orElse(now);
        return HttpDate.read(value, now)
                .map(until -> until.isAfter(from) ? Duration.between(from, until) : Duration.ZERO);
    }
}
