package dev.seatport.demo.cli;

import dev.seatport.demo.wiring.VendorRegistry;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.customers.CustomerDirectory;
import java.util.Locale;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Arguments that several commands have: declarations, and checks before a request is sent. */
final class CommandArguments {
    private CommandArguments() {}

    /** A text that must be given, at a place. */
    static PositionalParamSpec required(int place, String label, String description) {
        return PositionalParamSpec.builder()
                .index(String.valueOf(place))
                .type(String.class)
                .required(true)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static OptionSpec vendor() {
        return OptionSpec.builder("--vendor")
                .type(String.class)
                .initialValue("avepoint")
                .paramLabel("VENDOR")
                .description("avepoint or c3 (default: avepoint)")
                .build();
    }

    /** Returns the directory of the vendor that {@code --vendor} names. */
    static CustomerDirectory directory(VendorRegistry vendorRegistry, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        if (!vendorRegistry.names().contains(wanted)) {
            throw new UsageException(
                    "no vendor is called '" + name + "'; legal: " + String.join(", ", vendorRegistry.names()));
        }
        return vendorRegistry.directory(new Vendor(wanted));
    }

    static CustomerId customer(String vendor, String id) {
        requireCustomer(id);
        return new CustomerId(new Vendor(vendor.toLowerCase(Locale.ROOT)), id);
    }

    /** Returns the tenant of an id. A blank and the empty GUID name none, and no vendor is asked about them. */
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
