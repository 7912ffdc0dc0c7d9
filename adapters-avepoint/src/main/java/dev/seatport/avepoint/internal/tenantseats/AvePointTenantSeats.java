package dev.seatport.avepoint.internal.tenantseats;

import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.http.VendorClient;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.ports.seats.TenantSeatSource;
import java.util.concurrent.Flow;
import java.util.function.Function;

/** Tenant user seats of AvePoint. Thread-safe. */
public final class AvePointTenantSeats implements TenantSeatSource {
    public static final VendorOperation OPERATION = TenantSeatRequestFactory.OPERATION;

    private final VendorClient client;
    private final Function<TenantSeatQuery, TenantSeatsQuery> pagedQuery;

    private AvePointTenantSeats(VendorClient client, Function<TenantSeatQuery, TenantSeatsQuery> pagedQuery) {
        this.client = client;
        this.pagedQuery = pagedQuery;
    }

    /** Returns a source that uses the current API. */
    public static TenantSeatSource current(VendorClient client) {
        return new AvePointTenantSeats(
                client, query -> new TenantSeatsQuery(query, TenantSeatRequestFactory::current, true));
    }

    /** Returns a source that uses the older API, which has no filter by tenant. */
    public static TenantSeatSource older(VendorClient client) {
        return new AvePointTenantSeats(
                client, query -> new TenantSeatsQuery(query, TenantSeatRequestFactory::older, false));
    }

    @Override
    public Flow.Publisher<Observed<TenantSeats>> seats(TenantSeatQuery query) {
        return client.pages(pagedQuery.apply(query));
    }
}
