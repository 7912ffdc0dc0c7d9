package dev.seatport.ports.seats;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Query for the seats of a customer's tenants.
 *
 * @param customer the customer, by an id of the adapter's vendor
 * @param kind the cloud service of the tenants; not {@link TenantKind#UNKNOWN}
 * @param tenants the tenants; empty for all tenants of the kind
 * @param seatStatus the status of the seats, for vendors that can filter by it; {@code null} for all seats
 */
public record TenantSeatQuery(
        CustomerId customer,
        TenantKind kind,
        List<TenantId> tenants,
        @Nullable SeatStatusFilter seatStatus) {

    public TenantSeatQuery {
        if (kind == TenantKind.UNKNOWN) {
            throw new IllegalArgumentException("the tenant kind of a query must not be UNKNOWN");
        }
        tenants = List.copyOf(tenants);
    }

    /** Returns a query for all tenants of this kind. */
    public static TenantSeatQuery all(CustomerId customer, TenantKind kind) {
        return new TenantSeatQuery(customer, kind, List.of(), null);
    }

    /** Returns a copy of this query for these tenants only. */
    public TenantSeatQuery forTenants(List<TenantId> only) {
        return new TenantSeatQuery(customer, kind, only, seatStatus);
    }

    /** Returns a copy of this query for seats of one status. */
    public TenantSeatQuery forSeats(SeatStatusFilter status) {
        return new TenantSeatQuery(customer, kind, tenants, status);
    }

    /**
     * Returns the status of the seats.
     *
     * @return empty for all seats
     */
    public Optional<SeatStatusFilter> status() {
        return Optional.ofNullable(seatStatus);
    }
}
