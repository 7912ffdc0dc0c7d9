package dev.seatport.http.spi;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.RejectedRequestField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Details of a failure as the vendor reports them. Texts are truncated and sanitized before they are shown. Must not hold the
 * vendor's prose or values.
 *
 * @param declared the failure kind that the body declares; {@code null} if the HTTP status decides
 * @param code the vendor's failure code; {@code null} if there is none
 * @param violations invalid fields and the codes of their errors
 * @param correlationId the vendor's correlation id; {@code null} if the body has none
 */
public record ErrorDetails(
        @Nullable FailureKind declared,
        @Nullable String code,
        List<RejectedRequestField> violations,
        @Nullable String correlationId) {

    /** Details of a body without information. */
    public static final ErrorDetails NONE = new ErrorDetails(null, null, List.of(), null);

    public ErrorDetails {
        violations = List.copyOf(violations);
    }
}
