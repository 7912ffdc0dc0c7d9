package dev.seatport.avepoint.internal.tenantseats;

import dev.seatport.avepoint.internal.transport.AvePointWire;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.internal.paging.TakenPage;
import dev.seatport.ports.listing.Listing;
import dev.seatport.ports.seats.TenantSeatQuery;
import io.vertx.core.buffer.Buffer;

/** A page of tenant seats, from its bytes to what the port delivers. */
public final class DecodedSeats {
    private static final TenantSeatQuery QUERY =
            TenantSeatQuery.all(new CustomerId(AvePointWire.VENDOR, "customer-1"), TenantKind.MICROSOFT_365);

    private DecodedSeats() {}

    public static Observed<Listing<TenantSeats>> of(Buffer page) {
        return TakenPage.take(
                TenantSeatEndpoint.OPERATION, new TenantSeatPaging(QUERY, TenantSeatEndpoint::current, true), page);
    }
}
