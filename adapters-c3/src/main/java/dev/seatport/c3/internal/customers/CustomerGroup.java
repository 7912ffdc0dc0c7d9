package dev.seatport.c3.internal.customers;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.AnswerContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of one customer. */
final class CustomerGroup {
    private static final ActiveCustomerMapper MAPPER = new ActiveCustomerMapperImpl();

    private final ActiveCustomerDto first;
    private final Map<TenantId, Tenant> tenants = new LinkedHashMap<>(2);
    private int tenantsWithoutId;
    private boolean live;
    private @Nullable Instant deletedAt;

    /** No rows yet; names, status and country will be those of {@code first}. */
    CustomerGroup(ActiveCustomerDto first) {
        this.first = first;
    }

    /**
     * Adds a row.
     *
     * @param deletion when it was deleted; {@code null} if it is live
     */
    void add(ActiveCustomerDto row, @Nullable Instant deletion, AnswerContext answer) {
        live |= deletion == null;
        deletedAt = later(deletedAt, deletion);
        TenantId id = new TenantId(Objects.requireNonNullElse(ActiveCustomerDto.text(row.tenantId()), ""));
        if (!id.isIdentifying()) {
            tenantsWithoutId++;
            return;
        }
        Tenant tenant = new Tenant(id, ActiveCustomerDto.text(row.tenantName()), TenantKind.MICROSOFT_365, deletion);
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
