package dev.seatport.http.spi;

/** Parses the bodies of a vendor's error responses. One per vendor. */
@FunctionalInterface
public interface ErrorBodyParser {
    /** Returns a parser for vendors that do not document their error bodies. */
    static ErrorBodyParser none() {
        return (status, body) -> ErrorDetails.NONE;
    }

    /**
     * Parses the body of an error response.
     *
     * @param status HTTP status; may be 200 for a vendor that declares failures in a {@link ResponseEnvelope}
     * @param body fields of the body; empty if it is no JSON object or exceeds 64 KiB
     */
    ErrorDetails parse(int status, ErrorBodyFields body);

    /**
     * Parses the body of an error response of the token endpoint. A declared failure kind has precedence over the errors of RFC
     * 6749 and the status. Of the other details, the client uses a numeric code only, because other texts may quote the request.
     *
     * @param status HTTP status
     * @param body fields of the body, such as {@code error} and {@code error_codes}; empty if it is no JSON object
     * @return {@link ErrorDetails#NONE}, the default, if the status and the errors of RFC 6749 decide
     */
    default ErrorDetails parseTokenError(int status, ErrorBodyFields body) {
        return ErrorDetails.NONE;
    }
}
