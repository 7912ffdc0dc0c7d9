package dev.seatport.c3.internal.customers;

import dev.seatport.c3.internal.transport.C3Wire;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.http.AnswerContext;
import dev.seatport.http.Footprint;
import dev.seatport.http.Gathering;
import dev.seatport.ports.listing.Listing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Joins the rows of C3's listing, one per customer and tenant, into customers with all their tenants. */
final class CustomerGroups implements Gathering<ActiveCustomerDto, Customer> {
    /** What the objects around the texts of a row take. */
    private static final int BYTES_PER_ROW = 256;

    private final Predicate<CustomerId> wanted;
    private final Map<CustomerId, CustomerGroup> groups = new LinkedHashMap<>();
    /** Few words stand in many rows: they are kept once. */
    private final Map<String, String> words = new HashMap<>();

    CustomerGroups(Predicate<CustomerId> wanted) {
        this.wanted = wanted;
    }

    @Override
    public long add(ActiveCustomerDto row, String path, AnswerContext answer) {
        CustomerId id = new CustomerId(C3Wire.VENDOR, C3Wire.requireId(row.customerId(), path + ".CustomerID", answer));
        if (!wanted.test(id)) {
            return 0;
        }
        int wordsBefore = words.size();
        groups.computeIfAbsent(
                        id, first -> new CustomerGroup(row.with(word(row.onboardStatus()), word(row.marketCode()))))
                .add(row, DeletionDate.read(row.deletedOn(), answer), answer);
        long newWords = words.size() == wordsBefore ? 0 : Footprint.of(row.onboardStatus(), row.marketCode());
        return BYTES_PER_ROW
                + newWords
                + Footprint.of(
                        row.customerId(),
                        row.name(),
                        ActiveCustomerDto.text(row.tenantId()),
                        ActiveCustomerDto.text(row.tenantName()));
    }

    private @Nullable String word(@Nullable String given) {
        return given == null ? null : words.computeIfAbsent(given, word -> word);
    }

    /** Customers in the order of their first rows. What they are made of is let go of one by one. */
    @Override
    public Listing<Customer> listing(AnswerContext answer) {
        List<Customer> customers = new ArrayList<>(groups.size());
        Iterator<Map.Entry<CustomerId, CustomerGroup>> all = groups.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<CustomerId, CustomerGroup> group = all.next();
            customers.add(group.getValue().customer(group.getKey()));
            all.remove();
        }
        return new Listing<>(customers, null);
    }
}
