package dev.seatport.c3.internal.customers;

import dev.seatport.c3.internal.customers.ActiveCustomersDto.ActiveCustomerDto;
import dev.seatport.c3.internal.transport.C3Protocol;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowCollector;
import dev.seatport.ports.listing.Listing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Joins the rows of C3's listing, one per customer and tenant, into customers with all their tenants. */
final class CustomerAggregator implements RowCollector<ActiveCustomerDto, Customer> {
    /** What the objects around the texts of a row take. */
    private static final int BYTES_PER_ROW = 256;

    private final Predicate<CustomerId> wanted;
    private final Map<CustomerId, CustomerAggregate> groups = new LinkedHashMap<>();
    /** Few words stand in many rows: they are kept once. */
    private final Map<String, String> words = new HashMap<>();

    CustomerAggregator(Predicate<CustomerId> wanted) {
        this.wanted = wanted;
    }

    @Override
    public long add(ActiveCustomerDto row, String path, ResponseContext answer) {
        CustomerId id =
                new CustomerId(C3Protocol.VENDOR, C3Protocol.requireId(row.customerId(), path + ".CustomerID", answer));
        if (!wanted.test(id)) {
            return 0;
        }
        int wordsBefore = words.size();
        groups.computeIfAbsent(
                        id, first -> new CustomerAggregate(row.with(word(row.onboardStatus()), word(row.marketCode()))))
                .add(row, DeletionDate.read(row.deletedOn(), answer), answer);
        long newWords = words.size() == wordsBefore ? 0 : RowCollector.bytesOf(row.onboardStatus(), row.marketCode());
        return BYTES_PER_ROW
                + newWords
                + RowCollector.bytesOf(
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
    public Listing<Customer> listing(ResponseContext answer) {
        List<Customer> customers = new ArrayList<>(groups.size());
        Iterator<Map.Entry<CustomerId, CustomerAggregate>> all =
                groups.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<CustomerId, CustomerAggregate> group = all.next();
            customers.add(group.getValue().customer(group.getKey()));
            all.remove();
        }
        return new Listing<>(customers, null);
    }

    /** The rows of one customer. */
    private static final class CustomerAggregate {
        private static final ActiveCustomerMapper MAPPER = new ActiveCustomerMapperImpl();

        private final ActiveCustomerDto first;
        private final Map<TenantId, Tenant> tenants = new LinkedHashMap<>(2);
        private int tenantsWithoutId;
        private boolean live;
        private @Nullable Instant deletedAt;

        /** No rows yet; names, status and country will be those of {@code first}. */
        CustomerAggregate(ActiveCustomerDto first) {
            this.first = first;
        }

        /**
         * Adds a row.
         *
         * @param deletion when it was deleted; {@code null} if it is live
         */
        void add(ActiveCustomerDto row, @Nullable Instant deletion, ResponseContext answer) {
            live |= deletion == null;
            deletedAt = later(deletedAt, deletion);
            TenantId id = new TenantId(Objects.requireNonNullElse(ActiveCustomerDto.text(row.tenantId()), ""));
            if (!id.isIdentifying()) {
                tenantsWithoutId++;
                return;
            }
            Tenant tenant =
                    new Tenant(id, ActiveCustomerDto.text(row.tenantName()), TenantKind.MICROSOFT_365, deletion);
            Tenant before = tenants.putIfAbsent(id, tenant);
            if (before == null) {
                return;
            }
            if (before.equals(tenant)) {
                answer.repeated();
            } else if (!Objects.equals(before.name(), tenant.name())) {
                answer.drift("$.Data[*].TenantName", "two names of one tenant");
            }
            tenants.put(before.id(), merged(before, tenant));
        }

        /** Two rows of one tenant: a live one decides, else the one that was deleted last. All else is that of the first. */
        private static Tenant merged(Tenant first, Tenant next) {
            Instant deletion = first.deleted() && next.deleted() ? later(first.deletedAt(), next.deletedAt()) : null;
            return new Tenant(first.id(), first.name(), first.kind(), deletion);
        }

        private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
            return one == null || (other != null && other.isAfter(one)) ? other : one;
        }

        Customer customer(CustomerId id) {
            // A listing that names no tenant of a customer does not say that there is none.
            List<Tenant> named = tenants.isEmpty() ? null : List.copyOf(tenants.values());
            return MAPPER.toCustomer(id, first, named, tenantsWithoutId, live ? null : deletedAt);
        }
    }
}
