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

/** The tenants of one customer that licenses may be found for: those of Microsoft 365, and those that may be. */
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

    /** Joins the tenants that seats were reported for with those that the customer is listed with, each once. */
    static LicensableTenants of(Customer customer, Collection<Observed<TenantSeats>> rows) {
        return new LicensableTenants(customer, rows);
    }

    /** A tenant of no named kind may be Microsoft's: asking for its licenses does no harm, leaving it out would. */
    private static boolean maybeMicrosoft(Tenant tenant) {
        return tenant.kind() == TenantKind.MICROSOFT_365 || tenant.kind() == TenantKind.UNKNOWN;
    }

    /** The tenants to ask the license vendor about, in the order in which they were reported. */
    Set<TenantId> toAskAbout() {
        return all;
    }

    /** Tenants of Microsoft 365, without a doubt, that the license vendor does not have. */
    List<Tenant> unmatched(TenantIndex index) {
        return index.gap().isPresent()
                ? List.of()
                : seated.values().stream()
                        .filter(tenant -> !index.knows(tenant.id()))
                        .toList();
    }

    /** Whether the index leaves open what licenses this customer has: it is incomplete, and a tenant is not in it. */
    boolean leftOpenBy(TenantIndex index) {
        return index.gap().isPresent() && (all.isEmpty() || !all.stream().allMatch(index::knows));
    }
}
