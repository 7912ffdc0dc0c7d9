package com.example.initech.internal.transport;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.ErrorBodyFields;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.ErrorDetails;
import java.util.List;

// begin: token-errors
/** Parses {@code {"error": "invalid_request", "error_codes": [4711]}} of the token endpoint. The API sends no error bodies. */
final class InitechErrorBodyParser implements ErrorBodyParser {
    private static final String TENANT_WITHOUT_CONSENT = "4711";

    @Override
    public ErrorDetails parse(int status, ErrorBodyFields body) {
        return ErrorDetails.NONE;
    }

    @Override
    public ErrorDetails parseTokenError(int status, ErrorBodyFields body) {
        return body.texts("error_codes").contains(TENANT_WITHOUT_CONSENT)
                ? new ErrorDetails(FailureKind.PERMISSION_DENIED, TENANT_WITHOUT_CONSENT, List.of(), null)
                : ErrorDetails.NONE;
    }
}
// end: token-errors
