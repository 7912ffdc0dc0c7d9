package dev.seatport.application.review;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.seats.ProductSeatSource;
import dev.seatport.ports.seats.TenantSeatSource;
import java.util.Objects;

/**
 * The ports of the vendor of the seats. All three must be of that vendor, for they are asked with the ids that the directory
 * lists.
 *
 * @param vendor the vendor that reports the seats
 * @param customers whose seats are reviewed
 * @param tenantSeats the seats in use
 * @param productSeats the seats that were bought
 */
public record SeatSources(
        Vendor vendor, CustomerDirectory customers, TenantSeatSource tenantSeats, ProductSeatSource productSeats) {
    public SeatSources {
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(customers, "customers");
        Objects.requireNonNull(tenantSeats, "tenantSeats");
        Objects.requireNonNull(productSeats, "productSeats");
    }
}
