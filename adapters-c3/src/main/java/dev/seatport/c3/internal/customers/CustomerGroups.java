package dev.seatport.c3.internal.customers;

import dev.seatport.c3.internal.transport.C3Wire;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.AnswerContext;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins the rows of C3's listing, one per customer and tenant, into customers with all their tenants. */
final class CustomerGroups {
    private static final ActiveCustomerMapper MAPPER = new ActiveCustomerMapperImpl();

    private final Map<CustomerId, List<ActiveCustomerDto>> rowsOf = new LinkedHashMap<>();

    private CustomerGroups() {}

    /** Customers in the order of their first rows; a row without an id ends the listing after the customers before it. */
    static Listing<Customer> of(List<ActiveCustomerDto> rows, AnswerContext answer) {
        CustomerGroups groups = new CustomerGroups();
        VendorException broken = null;
        for (int i = 0; i < rows.size() && broken == null; i++) {
            try {
                groups.add(rows.get(i), C3Wire.rowPath(i), answer);
            } catch (VendorException e) {
                broken = e;
            }
        }
        return new Listing<>(groups.customers(), broken);
    }

    private void add(@Nullable ActiveCustomerDto row, String path, AnswerContext answer) {
        if (row == null) {
            throw answer.malformed(path, "null where a row is due");
        }
        String id = C3Wire.requireText(row.customerId(), path + ".CustomerID", answer);
        rowsOf.computeIfAbsent(new CustomerId(C3Wire.VENDOR, id), key -> new ArrayList<>())
                .add(row);
    }

    private List<Customer> customers() {
        return rowsOf.entrySet().stream()
                .map(group -> customer(group.getKey(), group.getValue()))
                .toList();
    }

    private static Customer customer(CustomerId id, List<ActiveCustomerDto> rows) {
        boolean deleted = rows.stream().allMatch(ActiveCustomerDto::deleted);
        return MAPPER.toCustomer(id, rows.get(0), tenants(rows), deleted);
    }

    /** A listing that names no tenant of a customer does not say that there is none. */
    private static @Nullable List<Tenant> tenants(List<ActiveCustomerDto> rows) {
        Set<TenantId> seen = new LinkedHashSet<>();
        List<Tenant> tenants = new ArrayList<>();
        for (ActiveCustomerDto row : rows) {
            String tenant = row.tenantId();
            if (tenant != null && !tenant.isBlank() && seen.add(new TenantId(tenant))) {
                tenants.add(MAPPER.toTenant(new TenantId(tenant), row));
            }
        }
        return tenants.isEmpty() ? null : tenants;
    }
}
