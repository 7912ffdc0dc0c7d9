package dev.seatport.demo.cli;

import dev.seatport.demo.wiring.Vendors;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.customers.CustomerDirectory;
import java.util.Locale;
import picocli.CommandLine.Model.OptionSpec;

/** The vendor that {@code --vendor} names. */
final class VendorName {
    private VendorName() {}

    static OptionSpec option() {
        return OptionSpec.builder("--vendor")
                .type(String.class)
                .initialValue("avepoint")
                .paramLabel("VENDOR")
                .description("avepoint or c3 (default: avepoint)")
                .build();
    }

    static CustomerDirectory directory(Vendors vendors, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        if (!vendors.names().contains(wanted)) {
            throw new UsageException(
                    "no vendor is called '" + name + "'; legal: " + String.join(", ", vendors.names()));
        }
        return vendors.directory(new Vendor(wanted));
    }

    static CustomerId customer(String vendor, String id) {
        requireCustomer(id);
        return new CustomerId(new Vendor(vendor.toLowerCase(Locale.ROOT)), id);
    }

    /** The tenant that an option names. A blank and the empty GUID name none, and no vendor is asked about them. */
    static TenantId tenant(String id) {
        if (id.isEmpty()) {
            throw new UsageException("the tenant id is empty; legal: the id of a tenant");
        }
        TenantId tenant = new TenantId(id);
        if (!tenant.isIdentifying()) {
            throw new UsageException("the tenant id identifies nothing; legal: the id of a tenant");
        }
        return tenant;
    }

    static void requireCustomer(String id) {
        if (id.isEmpty()) {
            throw new UsageException("the customer id is empty; legal: the vendor's id of the customer");
        }
        if (!new CustomerId(new Vendor("any"), id).isIdentifying()) {
            throw new UsageException("the customer id identifies nothing; legal: the vendor's id of the customer");
        }
    }
}
