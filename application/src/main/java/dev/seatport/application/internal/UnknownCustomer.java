package dev.seatport.application.internal;

import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.VendorException;

/** Failures of a request for a customer that the vendor does not have. */
public final class UnknownCustomer {
    private UnknownCustomer() {}

    /** Returns whether an unknown id may be the reason. Vendors report an id of the wrong form as an invalid request. */
    public static boolean mayBeReasonOf(Throwable failure) {
        return failure instanceof VendorException refusal
                && (refusal.kind() == FailureKind.NOT_FOUND || refusal.kind() == FailureKind.INVALID_REQUEST);
    }

    /**
     * Returns a failure that names the customer.
     *
     * @param idOrName the text that stands for no customer
     * @param lookup the failure of the request for it
     */
    public static VendorException failure(String idOrName, VendorException lookup) {
        return VendorException.builder(
                        FailureKind.NOT_FOUND,
                        lookup.vendor(),
                        Dataset.CUSTOMERS.label(),
                        "customer \"" + idOrName + "\" was not found")
                .status(lookup.status().orElse(0))
                .attempts(lookup.attempts())
                .correlationId(lookup.correlationId().orElse(null))
                .build();
    }
}
