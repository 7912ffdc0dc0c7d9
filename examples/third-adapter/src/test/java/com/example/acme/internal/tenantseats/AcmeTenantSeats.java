package com.example.acme.internal.tenantseats;

import com.example.acme.internal.tenantseats.SeatMapper.RowContext;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.VendorClient;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.ports.seats.TenantSeatSource;
import java.util.concurrent.Flow;

// begin: tenant-seats
/** Tenant seats of Acme. Thread-safe. Acme sends the seats of all tenants, so this class filters them. */
public final class AcmeTenantSeats implements TenantSeatSource {
    private static final SeatMapper MAPPER = new SeatMapperImpl();

    private final VendorClient client;

    public AcmeTenantSeats(VendorClient client) {
        this.client = client;
    }

    @Override
    public Flow.Publisher<Observed<TenantSeats>> seats(TenantSeatQuery query) {
        return client.list(
                () -> SeatRequestFactory.account(query.customer()),
                AccountSeatsDto.class,
                (account, response) -> listing(query, account, response));
    }

    private static ListingResult<TenantSeats> listing(
            TenantSeatQuery query, AccountSeatsDto account, ResponseContext response) {
        // Ends at the first row that cannot be mapped, and keeps the rows before it.
        ListingResult<TenantSeats> all = response.mapToListing(
                response.requireRows(account.tenants(), "$.tenants"),
                row -> "$.tenants[" + row + "]",
                (row, path, context) -> MAPPER.toSeats(row, new RowContext(query.customer(), path, context)));
        return new ListingResult<>(
                all.rows().stream().filter(row -> matches(query, row.tenant())).toList(), all.endedBy());
    }

    private static boolean matches(TenantSeatQuery query, Tenant tenant) {
        return (tenant.kind() == query.kind() || tenant.kind() == TenantKind.UNKNOWN)
                && (query.tenants().isEmpty() || query.tenants().contains(tenant.id()));
    }
}
// end: tenant-seats
