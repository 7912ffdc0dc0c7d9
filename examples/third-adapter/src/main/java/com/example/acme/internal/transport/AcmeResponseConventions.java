package com.example.acme.internal.transport;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.ErrorBodyFields;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.ErrorDetails;
import dev.seatport.http.spi.RateLimitStatus;
import dev.seatport.http.spi.RateLimitStatus.Scope;
import dev.seatport.http.spi.ResponseContext;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

// begin: conventions
/** Error bodies, rate limits and checks that all Acme operations share. */
public final class AcmeResponseConventions {
    public static final Vendor VENDOR = new Vendor("acme");

    private AcmeResponseConventions() {}

    /** Returns a required id. A listing skips a row without one, and ends with {@code MALFORMED_ANSWER}. */
    public static String requireId(@Nullable String id, String path, ResponseContext context) {
        if (id == null || id.isBlank()) {
            throw context.missingId(path);
        }
        return id;
    }

    // end: conventions
    // begin: rate-limit
    /** Reads the limit of the request's tenant, or of the whole application. */
    public static RateLimitStatus rateLimit(Function<String, @Nullable String> header) {
        Scope scope = "tenant".equals(header.apply("X-Acme-Limit-Scope")) ? Scope.AUDIENCE : Scope.CLIENT;
        return RateLimitStatus.of(scope, header.apply("X-Acme-Limit-Used"));
    }

    // end: rate-limit
    // begin: conventions
    public static ErrorBodyParser errorBodyParser() {
        return new AcmeErrorBodyParser();
    }

    // end: conventions
    // begin: errors
    /** Parses {@code {"error": "unknown_account"}} of the API, and the numeric codes of the token endpoint. */
    private static final class AcmeErrorBodyParser implements ErrorBodyParser {
        private static final Pattern CODE = Pattern.compile("[a-z_]{1,64}");
        private static final String TENANT_WITHOUT_CONSENT = "4711";

        @Override
        public ErrorDetails parse(int status, ErrorBodyFields body) {
            String code = body.text("error");
            // null: the HTTP status sets the failure kind, as for all vendors.
            return new ErrorDetails(null, code != null && CODE.matcher(code).matches() ? code : null, List.of(), null);
        }

        @Override
        public ErrorDetails parseTokenError(int status, ErrorBodyFields body) {
            return body.texts("error_codes").contains(TENANT_WITHOUT_CONSENT)
                    ? new ErrorDetails(FailureKind.PERMISSION_DENIED, TENANT_WITHOUT_CONSENT, List.of(), null)
                    : ErrorDetails.NONE;
        }
    }
    // end: errors
    // begin: conventions
}
// end: conventions
