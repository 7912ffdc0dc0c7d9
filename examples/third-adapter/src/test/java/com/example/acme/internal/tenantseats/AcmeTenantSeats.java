package com.example.acme.internal.tenantseats;

import com.example.acme.internal.tenantseats.SeatMapper.Asked;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.VendorClient;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.ports.listing.Listing;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.ports.seats.TenantSeatSource;
import java.util.concurrent.Flow;

// begin: tenant-seats
/** Tenant seats, from Acme, which tells those of all tenants at once: the choice among them is made here. */
public final class AcmeTenantSeats implements TenantSeatSource {
    private static final SeatMapper MAPPER = new SeatMapperImpl();

    private final VendorClient client;

    public AcmeTenantSeats(VendorClient client) {
        this.client = client;
    }

    @Override
    public Flow.Publisher<Observed<TenantSeats>> seats(TenantSeatQuery query) {
        return client.list(
                () -> SeatEndpoint.account(query.customer()),
                AccountSeatsDto.class,
                (account, answer) -> listing(query, account, answer));
    }

    private static Listing<TenantSeats> listing(
            TenantSeatQuery query, AccountSeatsDto account, ResponseContext answer) {
        // Ends with the row that cannot be understood, if there is one: the rows before it are good.
        Listing<TenantSeats> all = answer.rows(
                answer.requireRows(account.tenants(), "$.tenants"),
                row -> "$.tenants[" + row + "]",
                (row, path, context) -> MAPPER.toSeats(row, new Asked(query.customer(), path, context)));
        return new Listing<>(
                all.rows().stream().filter(row -> wanted(query, row.tenant())).toList(), all.endedBy());
    }

    private static boolean wanted(TenantSeatQuery query, Tenant tenant) {
        return (tenant.kind() == query.kind() || tenant.kind() == TenantKind.UNKNOWN)
                && (query.tenants().isEmpty() || query.tenants().contains(tenant.id()));
    }
}
// end: tenant-seats
