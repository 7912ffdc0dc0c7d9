package dev.seatport.avepoint.internal.tenantseats;

import dev.seatport.avepoint.internal.transport.AvePointResponseConventions;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.internal.paging.PageDecodeBenchmark;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.seats.TenantSeatQuery;
import io.vertx.core.buffer.Buffer;

/** Decodes a page of tenant seats from bytes to domain values. */
public final class SeatDecodeBenchmark {
    private static final TenantSeatQuery QUERY =
            TenantSeatQuery.all(new CustomerId(AvePointResponseConventions.VENDOR, "customer-1"), TenantKind.MICROSOFT_365);

    private SeatDecodeBenchmark() {}

    public static Observed<ListingResult<TenantSeats>> of(Buffer page) {
        return PageDecodeBenchmark.take(
                TenantSeatRequestFactory.OPERATION, new TenantSeatsQuery(QUERY, TenantSeatRequestFactory::current, true), page);
    }
}
