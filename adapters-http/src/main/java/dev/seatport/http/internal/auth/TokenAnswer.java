package dev.seatport.http.internal.auth;

import dev.seatport.http.Secret;
import dev.seatport.http.internal.json.JsonFields;
import dev.seatport.http.internal.json.JsonFields.Form;
import java.io.Serial;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer of a token endpoint (RFC 6749, section 5.1). {@code expires_in} may be a number or a string with one (Azure AD
 * v1 sends strings), such as {@code 3600}, {@code "3600"} or {@code 3600.0}.
 */
final class TokenAnswer {
    private static final Duration UNSAID_LIFE = Duration.ofMinutes(5);
    /** In seconds, ten years: lives beyond it are cut to it, so that they can be counted in nanoseconds. */
    private static final BigDecimal LONGEST_LIFE = BigDecimal.valueOf(10L * 365 * 24 * 60 * 60);

    /** RFC 6750, section 2.1: a token that holds anything else could smuggle a header. */
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9\\-._~+/]+=*");

    private static final Pattern SCOPE = Pattern.compile("[A-Za-z0-9_.:/\\-]{1,200}");
    private static final int MOST_SCOPES = 100;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,64}(?:\\.[0-9]{1,64})?(?:[eE]\\+?[0-9]{1,2})?");

    private TokenAnswer() {}

    /** Says which part of the answer cannot be used; never its value. */
    static final class Unusable extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        Unusable(String what) {
            super(what, null, false, false);
        }
    }

    /**
     * Reads an answer.
     *
     * @param answer {@code null} if it is no JSON object
     */
    static Token read(@Nullable JsonFields answer) throws Unusable {
        if (answer == null) {
            throw new Unusable("its answer is not a JSON object");
        }
        Duration life = life(answer.get("expires_in"));
        requireBearer(answer.get("token_type"));
        return new Token(value(answer.get("access_token")), life, scopes(answer.get("scope")), null);
    }

    private static Secret value(JsonFields.@Nullable Value token) throws Unusable {
        if (token == null
                || token.form() != Form.TEXT
                || !BEARER.matcher(token.text()).matches()) {
            throw new Unusable("its answer holds no usable access_token");
        }
        return Secret.of(token.text());
    }

    private static void requireBearer(JsonFields.@Nullable Value type) throws Unusable {
        if (type != null && !type.text().toLowerCase(Locale.ROOT).equals("bearer")) {
            throw new Unusable("its token_type is not Bearer");
        }
    }

    /** RFC 6749, section 3.3. What is no such list says nothing; names that are none are left out. */
    private static @Nullable Set<String> scopes(JsonFields.@Nullable Value scope) {
        if (scope == null || scope.form() != Form.TEXT || scope.text().isBlank()) {
            return null;
        }
        return Arrays.stream(scope.text().strip().split(" +", MOST_SCOPES + 1))
                .limit(MOST_SCOPES)
                .filter(name -> SCOPE.matcher(name).matches())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Duration life(JsonFields.@Nullable Value expiresIn) throws Unusable {
        if (expiresIn == null) {
            return UNSAID_LIFE;
        }
        if (expiresIn.form() == Form.OTHER || !SECONDS.matcher(expiresIn.text()).matches()) {
            throw new Unusable("its expires_in is not a number of seconds");
        }
        try {
            BigDecimal seconds = new BigDecimal(expiresIn.text()).min(LONGEST_LIFE);
            return Duration.ofSeconds(seconds.longValueExact());
        } catch (ArithmeticException e) {
            throw new Unusable("its expires_in is not a whole number of seconds");
        }
    }
}
