package dev.seatport.example;

import dev.seatport.avepoint.AvePoint;
import dev.seatport.avepoint.AvePointOptions;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.spi.Secret;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.listing.Listings;
import dev.seatport.ports.seats.TenantSeatQuery;
import io.vertx.core.Vertx;
import java.net.URI;

/** Prints the seats of all Microsoft 365 tenants, in blocking Java. */
public final class SeatsOfEveryCustomer {
    private SeatsOfEveryCustomer() {}

    public static void main(String[] arguments) throws InterruptedException {
        Vertx vertx = Vertx.vertx();
        // begin: embedding
        AvePointOptions options = AvePointOptions.builder(
                        System.getenv("CLIENT_ID"), Secret.of(System.getenv("CLIENT_SECRET")))
                .baseUrl(URI.create(arguments[0]))
                .tokenUrl(URI.create(arguments[1]))
                .build();
        try (AvePoint avePoint = AvePoint.connect(vertx, options)) {
            ListingResult<Observed<Customer>> customers =
                    Listings.await(avePoint.customers().all());
            for (Observed<Customer> customer : customers.rows()) {
                var query = TenantSeatQuery.all(customer.value().id(), TenantKind.MICROSOFT_365);
                ListingResult<Observed<TenantSeats>> seats =
                        Listings.await(avePoint.tenantSeats().seats(query));
                seats.rows().forEach(System.out::println);
                seats.failure().ifPresent(System.err::println);
            }
            customers.failure().ifPresent(System.err::println);
        }
        // end: embedding
        vertx.close();
    }
}
