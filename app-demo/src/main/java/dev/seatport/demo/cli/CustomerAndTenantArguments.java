package dev.seatport.demo.cli;

import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.spi.PathSegment;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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

    /**
     * Returns the option {@code --vendor}.
     *
     * @param plugins the allowed vendors
     * @param defaultVendor description of the default
     */
    static OptionSpec vendor(List<VendorPlugin> plugins, String defaultVendor) {
        String names = plugins.stream().map(VendorPlugin::name).collect(Collectors.joining(" or "));
        return OptionSpec.builder("--vendor")
                .type(String.class)
                .paramLabel("VENDOR")
                .description(names + " (default: " + defaultVendor + ")")
                .build();
    }

    /**
     * Returns the vendor that {@code --vendor} names, in any letter case.
     *
     * @throws UsageException if it is not one of the candidates
     */
    static VendorPlugin vendor(String name, List<VendorPlugin> candidates) {
        return candidates.stream()
                .filter(plugin -> plugin.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException("unknown vendor '" + name + "'; allowed values: "
                        + candidates.stream().map(VendorPlugin::name).collect(Collectors.joining(", "))));
    }

    /**
     * Returns the tenant with an id.
     *
     * @throws UsageException if the id is blank or the empty GUID, or cannot be part of a request; no vendor receives such an id
     */
    static TenantId tenant(String id) {
        if (id.isEmpty()) {
            throw new UsageException("the tenant id is empty; pass the id of a tenant");
        }
        PathSegment.validationError(id).ifPresent(problem -> {
            throw new UsageException("the tenant id cannot be sent: " + problem + "; pass the id of a tenant");
        });
        TenantId tenant = new TenantId(id);
        if (!tenant.isIdentifying()) {
            throw new UsageException("the tenant id is blank or the empty GUID; pass the id of a tenant");
        }
        return tenant;
    }

    /** Rejects a customer that no vendor can have. */
    static void requireCustomer(String idOrName) {
        if (idOrName.isEmpty() || !new CustomerId(new Vendor("any"), idOrName).isIdentifying()) {
            throw new UsageException(
                    "the customer is empty, blank or the empty GUID; pass the customer's id or name at the vendor");
        }
    }
}
