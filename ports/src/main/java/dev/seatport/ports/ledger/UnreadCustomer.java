package dev.seatport.ports.ledger;

import dev.seatport.domain.customer.CustomerId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customer with counts that a run did not read.
 *
 * @param customer the customer
 * @param name the customer's name; {@code null} if the vendor reported none
 * @param days the days on which a run did not read one of the counts, and no other run of the day read it
 */
public record UnreadCustomer(CustomerId customer, @Nullable String name, List<LocalDate> days) {
    public UnreadCustomer {
        days = List.copyOf(days);
    }
}
