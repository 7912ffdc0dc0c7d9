package dev.seatport.http.internal.auth;

import dev.seatport.http.internal.codec.JsonCodec;
import dev.seatport.http.spi.Secret;
import java.io.Serial;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An access token, as a token endpoint gave it out (RFC 6749, section 5.1). {@code expires_in} may be a number or a string with one (Azure
 * AD v1 sends strings), such as {@code 3600}, {@code "3600"} or {@code 3600.0}.
 *
 * @param value what is sent as the bearer
 * @param lifetime how long it lives from then on
 * @param scopes what the endpoint says it granted; {@code null} if it does not say
 * @param clockAhead how far our clock is ahead of the endpoint's; {@code null} if it did not date its response
 */
record TokenResponse(
        Secret value,
        Duration lifetime,
        @Nullable Set<String> scopes,
        @Nullable Duration clockAhead) {
    private static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(5);
    /** In seconds, ten years: lives beyond it are cut to it, so that they can be counted in nanoseconds. */
    private static final BigDecimal MAX_LIFETIME_SECONDS = BigDecimal.valueOf(10L * 365 * 24 * 60 * 60);

    private static final Duration MAX_MARGIN = Duration.ofMinutes(5);
    /** A token that lives longer is renewed all the same: permissions that were taken away are noticed within that time. */
    private static final Duration MAX_USE = Duration.ofHours(24);

    private static final int MARGIN_DIVISOR = 10;

    /** RFC 6750, section 2.1: a token that holds anything else could smuggle a header. */
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9\\-._~+/]+=*");

    private static final Pattern SCOPE = Pattern.compile("[A-Za-z0-9_.:/\\-]{1,200}");
    private static final int MAX_SCOPES = 100;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,64}(?:\\.[0-9]{1,64})?(?:[eE]\\+?[0-9]{1,2})?");

    /** Says which part of the response cannot be used; never its value. */
    static final class InvalidTokenResponseException extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        InvalidTokenResponseException(String what) {
            super(what, null, false, false);
        }
    }

    /**
     * Reads a response.
     *
     * @param fields {@code null} if it is no JSON object
     * @param clockAhead how far our clock is ahead of the endpoint's, if that is known
     */
    static TokenResponse parse(@Nullable Map<String, @Nullable Object> fields, @Nullable Duration clockAhead)
            throws InvalidTokenResponseException {
        if (fields == null) {
            throw new InvalidTokenResponseException("its answer is not a JSON object");
        }
        Duration lifetime = lifetime(fields);
        if (fields.containsKey("token_type")
                && !String.valueOf(fields.get("token_type"))
                        .toLowerCase(Locale.ROOT)
                        .equals("bearer")) {
            throw new InvalidTokenResponseException("its token_type is not Bearer");
        }
        if (fields.get("access_token") instanceof String token
                && BEARER.matcher(token).matches()) {
            return new TokenResponse(Secret.of(token), lifetime, scopes(fields.get("scope")), clockAhead);
        }
        throw new InvalidTokenResponseException("its answer holds no usable access_token");
    }

    private static Duration lifetime(Map<String, @Nullable Object> fields) throws InvalidTokenResponseException {
        if (!fields.containsKey("expires_in")) {
            return DEFAULT_LIFETIME;
        }
        Object expiresIn = fields.get("expires_in");
        String text =
                expiresIn instanceof String || expiresIn instanceof JsonCodec.NumberText ? expiresIn.toString() : "";
        if (!SECONDS.matcher(text).matches()) {
            throw new InvalidTokenResponseException("its expires_in is not a number of seconds");
        }
        try {
            BigDecimal seconds = new BigDecimal(text).min(MAX_LIFETIME_SECONDS);
            return Duration.ofSeconds(seconds.longValueExact());
        } catch (ArithmeticException e) {
            throw new InvalidTokenResponseException("its expires_in is not a whole number of seconds");
        }
    }

    /** RFC 6749, section 3.3. What is no such list says nothing; names that are none are left out. */
    private static @Nullable Set<String> scopes(@Nullable Object scope) {
        if (!(scope instanceof String names) || names.isBlank()) {
            return null;
        }
        return Arrays.stream(names.strip().split(" +", MAX_SCOPES + 1))
                .limit(MAX_SCOPES)
                .filter(name -> SCOPE.matcher(name).matches())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How long after its issue it is due to be replaced: at its end, and after a day at most. */
    Duration useTime() {
        return lifetime.compareTo(MAX_USE) > 0 ? MAX_USE : lifetime;
    }

    /** How long before that another one is fetched: a tenth of its life, at most five minutes. */
    Duration margin() {
        Duration share = lifetime.dividedBy(MARGIN_DIVISOR);
        return share.compareTo(MAX_MARGIN) > 0 ? MAX_MARGIN : share;
    }
}
