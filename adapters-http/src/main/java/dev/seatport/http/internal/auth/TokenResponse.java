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
 * Access token from a token endpoint (RFC 6749, section 5.1). {@code expires_in} may be a number or a string (Azure AD v1 sends
 * strings), such as {@code 3600}, {@code "3600"} or {@code 3600.0}.
 *
 * @param value bearer token
 * @param lifetime time from the response until the token expires
 * @param scopes granted scopes; {@code null} if the response does not name them
 * @param clockAhead how far the client's clock is ahead of the endpoint's; {@code null} if the response has no date
 */
record TokenResponse(
        Secret value,
        Duration lifetime,
        @Nullable Set<String> scopes,
        @Nullable Duration clockAhead) {
    private static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(5);
    /** Ten years in seconds. Longer lifetimes are reduced to it, because they are counted in nanoseconds. */
    private static final BigDecimal MAX_LIFETIME_SECONDS = BigDecimal.valueOf(10L * 365 * 24 * 60 * 60);

    private static final Duration MAX_MARGIN = Duration.ofMinutes(5);
    /** Tokens are renewed at least daily, so that revoked permissions are noticed. */
    private static final Duration MAX_USE = Duration.ofHours(24);

    private static final int MARGIN_DIVISOR = 10;

    /** RFC 6750, section 2.1. Any other character could inject a header. */
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9\\-._~+/]+=*");

    private static final Pattern SCOPE = Pattern.compile("[A-Za-z0-9_.:/\\-]{1,200}");
    private static final int MAX_SCOPES = 100;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,64}(?:\\.[0-9]{1,64})?(?:[eE]\\+?[0-9]{1,2})?");

    /** Names the invalid part of the response; never contains its value. */
    static final class InvalidTokenResponseException extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        InvalidTokenResponseException(String what) {
            super(what, null, false, false);
        }
    }

    /**
     * Parses a response.
     *
     * @param fields {@code null} if it is no JSON object
     * @param clockAhead how far the client's clock is ahead of the endpoint's; {@code null} if unknown
     */
    static TokenResponse parse(@Nullable Map<String, @Nullable Object> fields, @Nullable Duration clockAhead)
            throws InvalidTokenResponseException {
        if (fields == null) {
            throw new InvalidTokenResponseException("its response is not a JSON object");
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
        throw new InvalidTokenResponseException("its response has no usable access_token");
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

    /** RFC 6749, section 3.3. Any other type means that no scopes are named. Names with other characters are left out. */
    private static @Nullable Set<String> scopes(@Nullable Object scope) {
        if (!(scope instanceof String names) || names.isBlank()) {
            return null;
        }
        return Arrays.stream(names.strip().split(" +", MAX_SCOPES + 1))
                .limit(MAX_SCOPES)
                .filter(name -> SCOPE.matcher(name).matches())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns how long the token is used after its issue: its lifetime, at most one day. */
    Duration useTime() {
        return lifetime.compareTo(MAX_USE) > 0 ? MAX_USE : lifetime;
    }

    /** Returns how long before the end of its use the token is renewed: a tenth of its lifetime, at most five minutes. */
    Duration margin() {
        Duration share = lifetime.dividedBy(MARGIN_DIVISOR);
        return share.compareTo(MAX_MARGIN) > 0 ? MAX_MARGIN : share;
    }
}
