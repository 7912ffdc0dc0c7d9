package dev.seatport.c3.internal.customers;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.AnswerContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one customer. */
final class CustomerGroup {
    private static final ActiveCustomerMapper MAPPER = new ActiveCustomerMapperImpl();

    private final ActiveCustomerDto first;
    private final List<Tenant> tenants = new ArrayList<>(1);
    private boolean deleted = true;

    /** No rows yet; names, status and country will be those of {@code first}. */
    CustomerGroup(ActiveCustomerDto first) {
        this.first = first;
    }

    void add(ActiveCustomerDto row) {
        deleted = deleted && row.deleted();
        String tenant = row.tenantId();
        if (tenant != null && !tenant.isBlank()) {
            tenants.add(MAPPER.toTenant(new TenantId(tenant), row));
        }
    }

    Customer customer(CustomerId id, AnswerContext answer) {
        return MAPPER.toCustomer(id, first, distinctTenants(answer), deleted);
    }

    /** A listing that names no tenant of a customer does not say that there is none. */
    private @Nullable List<Tenant> distinctTenants(AnswerContext answer) {
        if (tenants.isEmpty()) {
            return null;
        }
        Map<TenantId, Tenant> distinct = new LinkedHashMap<>();
        for (Tenant tenant : tenants) {
            Tenant before = distinct.putIfAbsent(tenant.id(), tenant);
            if (before != null) {
                if (before.equals(tenant)) {
                    answer.repeated();
                } else {
                    answer.drift("$.Data[*].TenantName", "two names of one tenant");
                }
            }
        }
        return List.copyOf(distinct.values());
    }
}
