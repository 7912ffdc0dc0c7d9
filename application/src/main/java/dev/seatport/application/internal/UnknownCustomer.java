package dev.seatport.application.internal;

import dev.seatport.domain.customer.CustomerId;
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

    /** Returns a failure that names the customer, which is not in the listing. */
    public static VendorException failure(CustomerId idOrName) {
        return VendorException.builder(
                        FailureKind.NOT_FOUND, idOrName.vendor(), Dataset.CUSTOMERS.label(), message(idOrName.value()))
                .build();
    }

    private static String message(String idOrName) {
        return "customer \"" + idOrName + "\" was not found";
    }

    /**
     * Returns a failure that names the customer.
     *
     * @param idOrName the text that stands for no customer
     * @param lookup the failure of the request for it
     */
    public static VendorException failure(String idOrName, VendorException lookup) {
        return VendorException.builder(
                        FailureKind.NOT_FOUND, lookup.vendor(), Dataset.CUSTOMERS.label(), message(idOrName))
                .status(lookup.status().orElse(0))
                .attempts(lookup.attempts())
                .correlationId(lookup.correlationId().orElse(null))
                .build();
    }
}
