package dev.seatport.ports.seats;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which tenants' seats are wanted.
 *
 * @param customer whose tenants
 * @param kind tenants of which cloud service; not {@link TenantKind#UNKNOWN}
 * @param tenants which tenants; empty for all
 * @param seatStatus which sort of seats, where a vendor can be asked for one; {@code null} for all
 */
public record TenantSeatQuery(
        CustomerId customer,
        TenantKind kind,
        List<TenantId> tenants,
        @Nullable SeatStatus seatStatus) {

    public TenantSeatQuery {
        if (kind == TenantKind.UNKNOWN) {
            throw new IllegalArgumentException("no vendor can be asked for tenants of an unknown kind");
        }
        tenants = List.copyOf(tenants);
    }

    /** All tenants of that kind. */
    public static TenantSeatQuery all(CustomerId customer, TenantKind kind) {
        return new TenantSeatQuery(customer, kind, List.of(), null);
    }

    /** The same question about these tenants only. */
    public TenantSeatQuery forTenants(List<TenantId> only) {
        return new TenantSeatQuery(customer, kind, only, seatStatus);
    }

    /** The same question about one sort of seats. */
    public TenantSeatQuery forSeats(SeatStatus status) {
        return new TenantSeatQuery(customer, kind, tenants, status);
    }

    /** Which sort of seats, if not all. */
    public Optional<SeatStatus> status() {
        return Optional.ofNullable(seatStatus);
    }
}
