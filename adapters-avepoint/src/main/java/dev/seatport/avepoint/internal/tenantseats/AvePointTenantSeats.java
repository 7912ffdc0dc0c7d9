package dev.seatport.avepoint.internal.tenantseats;

import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.http.VendorClient;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.ports.seats.TenantSeatSource;
import java.util.concurrent.Flow;
import java.util.function.Function;

/** Tenant user seats, from AvePoint. */
public final class AvePointTenantSeats implements TenantSeatSource {
    public static final VendorOperation OPERATION = TenantSeatEndpoint.OPERATION;

    private final VendorClient client;
    private final Function<TenantSeatQuery, TenantSeatsQuery> paging;

    private AvePointTenantSeats(VendorClient client, Function<TenantSeatQuery, TenantSeatsQuery> paging) {
        this.client = client;
        this.paging = paging;
    }

    /** By the current documents. */
    public static TenantSeatSource current(VendorClient client) {
        return new AvePointTenantSeats(client, query -> new TenantSeatsQuery(query, TenantSeatEndpoint::current, true));
    }

    /** By the older documents, which know no filter by tenant. */
    public static TenantSeatSource older(VendorClient client) {
        return new AvePointTenantSeats(client, query -> new TenantSeatsQuery(query, TenantSeatEndpoint::older, false));
    }

    @Override
    public Flow.Publisher<Observed<TenantSeats>> seats(TenantSeatQuery query) {
        return client.pages(paging.apply(query));
    }
}
