package dev.seatport.demo.cli;

import dev.seatport.demo.wiring.VendorRegistry;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.customers.CustomerDirectory;
import java.util.Locale;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Arguments that several commands share: their declarations, and their checks before a request is sent. */
final class CustomerAndTenantArguments {
    private CustomerAndTenantArguments() {}

    /** Returns a mandatory positional argument. */
    static PositionalParamSpec required(int index, String label, String description) {
        return PositionalParamSpec.builder()
                .index(String.valueOf(index))
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

    /**
     * Returns the directory of the vendor that {@code --vendor} names.
     *
     * @throws UsageException if there is no such vendor
     */
    static CustomerDirectory directory(VendorRegistry vendorRegistry, String name) {
        String vendor = name.toLowerCase(Locale.ROOT);
        if (!vendorRegistry.names().contains(vendor)) {
            throw new UsageException(
                    "unknown vendor '" + name + "'; allowed values: " + String.join(", ", vendorRegistry.names()));
        }
        return vendorRegistry.directory(new Vendor(vendor));
    }

    static CustomerId customer(String vendor, String id) {
        requireCustomer(id);
        return new CustomerId(new Vendor(vendor.toLowerCase(Locale.ROOT)), id);
    }

    /**
     * Returns the tenant with an id.
     *
     * @throws UsageException if the id is blank or the empty GUID; no vendor receives such an id
     */
    static TenantId tenant(String id) {
        if (id.isEmpty()) {
            throw new UsageException("the tenant id is empty; pass the id of a tenant");
        }
        TenantId tenant = new TenantId(id);
        if (!tenant.isIdentifying()) {
            throw new UsageException("the tenant id is blank or the empty GUID; pass the id of a tenant");
        }
        return tenant;
    }

    static void requireCustomer(String id) {
        if (id.isEmpty()) {
            throw new UsageException("the customer id is empty; pass the customer's id at the vendor");
        }
        if (!new CustomerId(new Vendor("any"), id).isIdentifying()) {
            throw new UsageException(
                    "the customer id is blank or the empty GUID; pass the customer's id at the vendor");
        }
    }
}
