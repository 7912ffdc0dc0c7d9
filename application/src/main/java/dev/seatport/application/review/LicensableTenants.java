package dev.seatport.application.review;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tenants of one customer that can have licenses: those of Microsoft 365 and those of an unknown kind. */
final class LicensableTenants {
    private final Map<TenantId, Tenant> seated = new LinkedHashMap<>();
    private final Set<TenantId> all;

    private LicensableTenants(Customer customer, Collection<Observed<TenantSeats>> rows) {
        List<Tenant> withSeats = rows.stream().map(row -> row.value().tenant()).toList();
        withSeats.stream()
                .filter(tenant -> tenant.kind() == TenantKind.MICROSOFT_365)
                .forEach(tenant -> seated.putIfAbsent(tenant.id(), tenant));
        this.all = Stream.concat(withSeats.stream(), customer.tenants().orElse(List.of()).stream())
                .filter(LicensableTenants::maybeMicrosoft)
                .map(Tenant::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Merges the tenants that have seats with the tenants that the customer is listed with, each once. */
    static LicensableTenants of(Customer customer, Collection<Observed<TenantSeats>> rows) {
        return new LicensableTenants(customer, rows);
    }

    /** Includes tenants of an unknown kind: an unnecessary request is harmless, missing licenses are not. */
    private static boolean maybeMicrosoft(Tenant tenant) {
        return tenant.kind() == TenantKind.MICROSOFT_365 || tenant.kind() == TenantKind.UNKNOWN;
    }

    /** Returns the ids of the tenants, in the order in which the vendors reported them. */
    Set<TenantId> ids() {
        return all;
    }

    /** Returns the tenants that are certainly of Microsoft 365 and that the license vendor does not have. */
    List<Tenant> unmatched(TenantIndex index) {
        return index.isComplete()
                ? seated.values().stream()
                        .filter(tenant -> !index.contains(tenant.id()))
                        .toList()
                : List.of();
    }

    /** Returns whether licenses of this customer may be missing: the index is incomplete, and a tenant is not in it. */
    boolean mayBeMissingFrom(TenantIndex index) {
        return index.gap().isPresent() && (all.isEmpty() || !all.stream().allMatch(index::contains));
    }
}
