package dev.seatport.demo.cli;

import dev.seatport.demo.wiring.SeatportComponent;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.customers.CustomerDirectory;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;

/** The vendor that {@code --vendor} names. */
final class VendorName {
    private VendorName() {}

    static CustomerDirectory directory(SeatportComponent vendors, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        if (!vendors.customers().containsKey(wanted)) {
            throw new UsageException("no vendor is called '" + name + "'; legal: "
                    + String.join(", ", new TreeSet<>(vendors.customers().keySet())));
        }
        return Objects.requireNonNull(vendors.customers().get(wanted)).get();
    }

    static CustomerId customer(String vendor, String id) {
        if (id.isEmpty()) {
            throw new UsageException("the customer id is empty; legal: the vendor's id of the customer");
        }
        return new CustomerId(new Vendor(vendor.toLowerCase(Locale.ROOT)), id);
    }
}
