package dev.seatport.c3.internal.customers;

import dev.seatport.c3.internal.customers.ActiveCustomersDto.ActiveCustomerDto;
import dev.seatport.c3.internal.transport.C3ResponseConventions;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.StreamedRowCollector;
import dev.seatport.ports.listing.ListingResult;
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

/** Groups the rows of C3's listing, one per customer and tenant, into customers with all their tenants. */
final class CustomerAggregator implements StreamedRowCollector<ActiveCustomerDto, Customer> {
    /** Estimated heap of the objects of a row, in bytes, without its strings. */
    private static final int BYTES_PER_ROW = 256;

    private final Predicate<CustomerId> wanted;
    private final Map<CustomerId, CustomerAggregate> aggregates = new LinkedHashMap<>();
    /** Holds each status and market code once, because few values repeat in many rows. */
    private final Map<String, String> internedTexts = new HashMap<>();

    CustomerAggregator(Predicate<CustomerId> wanted) {
        this.wanted = wanted;
    }

    @Override
    public long add(ActiveCustomerDto row, String path, ResponseContext context) {
        CustomerId id = new CustomerId(
                C3ResponseConventions.VENDOR,
                C3ResponseConventions.requireId(row.customerId(), path + ".CustomerID", context));
        if (!wanted.test(id)) {
            return 0;
        }
        int internedBefore = internedTexts.size();
        aggregates
                .computeIfAbsent(
                        id,
                        newId -> new CustomerAggregate(row.with(intern(row.onboardStatus()), intern(row.marketCode()))))
                .add(row, DeletionDate.parse(row.deletedOn(), context), context);
        long internedBytes = internedTexts.size() == internedBefore
                ? 0
                : StreamedRowCollector.estimatedBytes(row.onboardStatus(), row.marketCode());
        return BYTES_PER_ROW
                + internedBytes
                + StreamedRowCollector.estimatedBytes(
                        row.customerId(),
                        row.name(),
                        ActiveCustomerDto.text(row.tenantId()),
                        ActiveCustomerDto.text(row.tenantName()));
    }

    private @Nullable String intern(@Nullable String text) {
        return text == null ? null : internedTexts.computeIfAbsent(text, same -> same);
    }

    /** Returns the customers in the order of their first rows. Removes each aggregate at once, to limit the memory in use. */
    @Override
    public ListingResult<Customer> toListing(ResponseContext context) {
        List<Customer> customers = new ArrayList<>(aggregates.size());
        Iterator<Map.Entry<CustomerId, CustomerAggregate>> entries =
                aggregates.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<CustomerId, CustomerAggregate> entry = entries.next();
            customers.add(entry.getValue().toCustomer(entry.getKey()));
            entries.remove();
        }
        return new ListingResult<>(customers, null);
    }

    /** Merged rows of one customer. */
    private static final class CustomerAggregate {
        private static final ActiveCustomerMapper MAPPER = new ActiveCustomerMapperImpl();

        private final ActiveCustomerDto firstRow;
        private final Map<TenantId, Tenant> tenants = new LinkedHashMap<>(2);
        private int tenantsWithoutId;
        private boolean hasLiveRow;
        private @Nullable Instant deletedAt;

        /** Creates an aggregate without rows. Name, status and country are those of {@code firstRow}. */
        CustomerAggregate(ActiveCustomerDto firstRow) {
            this.firstRow = firstRow;
        }

        /**
         * Adds a row.
         *
         * @param deletion when the row was deleted; {@code null} if it is not
         */
        void add(ActiveCustomerDto row, @Nullable Instant deletion, ResponseContext context) {
            hasLiveRow |= deletion == null;
            deletedAt = latest(deletedAt, deletion);
            TenantId id = new TenantId(Objects.requireNonNullElse(ActiveCustomerDto.text(row.tenantId()), ""));
            if (!id.isIdentifying()) {
                tenantsWithoutId++;
                return;
            }
            Tenant tenant =
                    new Tenant(id, ActiveCustomerDto.text(row.tenantName()), TenantKind.MICROSOFT_365, deletion);
            Tenant earlier = tenants.putIfAbsent(id, tenant);
            if (earlier == null) {
                return;
            }
            if (earlier.equals(tenant)) {
                context.reportRepeatedRow();
            } else if (!Objects.equals(earlier.name(), tenant.name())) {
                context.reportDrift("$.Data[*].TenantName", "two names of one tenant");
            }
            tenants.put(earlier.id(), merge(earlier, tenant));
        }

        /** Merges two rows of one tenant. It is deleted if both rows are, at the later date. Other fields are those of the first row. */
        private static Tenant merge(Tenant first, Tenant next) {
            Instant deletion = first.deleted() && next.deleted() ? latest(first.deletedAt(), next.deletedAt()) : null;
            return new Tenant(first.id(), first.name(), first.kind(), deletion);
        }

        private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
            return one == null || (other != null && other.isAfter(one)) ? other : one;
        }

        Customer toCustomer(CustomerId id) {
            // No tenant in the listing means unreported, not none.
            List<Tenant> reported = tenants.isEmpty() ? null : List.copyOf(tenants.values());
            return MAPPER.toCustomer(id, firstRow, reported, tenantsWithoutId, hasLiveRow ? null : deletedAt);
        }
    }
}
