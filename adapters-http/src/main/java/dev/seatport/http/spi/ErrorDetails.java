package dev.seatport.http.spi;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.FieldViolation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor says of a failure. All texts are cut and cleaned before they are shown; a vendor's prose and values do not
 * belong in here.
 *
 * @param declared the kind that the body declares, whatever the HTTP status says; {@code null} if the status decides
 * @param code the vendor's code of the failure; {@code null} if there is none
 * @param violations what is wrong with which field
 * @param correlationId the vendor's id of the exchange, if the body has one
 */
public record ErrorDetails(
        @Nullable FailureKind declared,
        @Nullable String code,
        List<FieldViolation> violations,
        @Nullable String correlationId) {

    /** The body says nothing. */
    public static final ErrorDetails NONE = new ErrorDetails(null, null, List.of(), null);

    public ErrorDetails {
        violations = List.copyOf(violations);
    }
}
