package dev.seatport.application.review;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.seats.PurchasedSeatSource;
import dev.seatport.ports.seats.TenantSeatSource;
import java.util.Objects;

/**
 * Ports of the seat vendor. All three must be of that vendor, because the review passes the directory's ids to the others.
 *
 * @param vendor the seat vendor
 * @param customers the customers to review
 * @param tenantSeats the assigned seats
 * @param productSeats the purchased seats
 */
public record SeatVendorPorts(
        Vendor vendor, CustomerDirectory customers, TenantSeatSource tenantSeats, PurchasedSeatSource productSeats) {
    public SeatVendorPorts {
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(customers, "customers");
        Objects.requireNonNull(tenantSeats, "tenantSeats");
        Objects.requireNonNull(productSeats, "productSeats");
    }
}
