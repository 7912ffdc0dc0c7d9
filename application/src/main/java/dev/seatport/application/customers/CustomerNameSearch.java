package dev.seatport.application.customers;

import dev.seatport.application.internal.CustomerName;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.failure.VendorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Search for one text in a listing of customers. Keeps the best rows only, and counts them. Confined to the subscriber of the listing. */
final class CustomerNameSearch {
    private static final int MAX_CANDIDATES = 5;

    private final CustomerId id;
    private final String name;
    private final List<Observed<Customer>> candidates = new ArrayList<>();
    private Match best = Match.NONE;
    private long count;

    /** How a row matches the text, from the best to the worst. */
    private enum Match {
        ID,
        NAME,
        NAME_OF_DELETED,
        PREFIX,
        PREFIX_OF_DELETED,
        NONE
    }

    /** @param id the text to search for, as an id */
    CustomerNameSearch(CustomerId id) {
        this.id = id;
        this.name = CustomerName.normalize(id.value());
    }

    CustomerId id() {
        return id;
    }

    /** Receives the next row of the listing, with its normalized name; empty if it has none. */
    void offer(Observed<Customer> row, String rowName) {
        Match match = match(row.value(), rowName);
        if (match == Match.NONE || match.compareTo(best) > 0) {
            return;
        }
        if (match != best) {
            best = match;
            count = 0;
            candidates.clear();
        }
        count++;
        if (candidates.size() < MAX_CANDIDATES) {
            candidates.add(row);
        }
    }

    private Match match(Customer customer, String rowName) {
        if (customer.id().equals(id)) {
            return Match.ID;
        }
        if (name.isEmpty() || !rowName.startsWith(name)) {
            return Match.NONE;
        }
        if (rowName.length() == name.length()) {
            return customer.deleted() ? Match.NAME_OF_DELETED : Match.NAME;
        }
        return customer.deleted() ? Match.PREFIX_OF_DELETED : Match.PREFIX;
    }

    /** Returns whether the text is only the beginning of the name. */
    boolean isPrefix() {
        return best == Match.PREFIX || best == Match.PREFIX_OF_DELETED;
    }

    /**
     * Returns the customer after the last row.
     *
     * @return empty if no row matches
     * @throws VendorException {@code INVALID_REQUEST} if several rows match equally well
     */
    Optional<Observed<Customer>> result() {
        if (count > 1) {
            throw VendorException.builder(
                            FailureKind.INVALID_REQUEST,
                            id.vendor(),
                            Dataset.CUSTOMERS.label(),
                            "customer \"" + id.value() + "\" is ambiguous: " + candidates()
                                    + "; use an id, or more of the name")
                    .build();
        }
        return candidates.stream().findFirst();
    }

    private String candidates() {
        String listed = candidates.stream()
                .map(row -> row.value().organization().orElse("") + " ("
                        + row.value().id().value() + ")")
                .collect(Collectors.joining(", "));
        return count > candidates.size() ? listed + " and " + (count - candidates.size()) + " more" : listed;
    }
}
