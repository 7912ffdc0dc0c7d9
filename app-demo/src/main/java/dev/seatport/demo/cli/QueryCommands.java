package dev.seatport.demo.cli;

import static dev.seatport.demo.cli.CustomerAndTenantArguments.requireCustomer;
import static dev.seatport.demo.cli.CustomerAndTenantArguments.required;

import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.application.review.SeatVendorPorts;
import dev.seatport.demo.cli.VendorCommandRunner.RowCheck;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.demo.wiring.VendorRegistry;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.seats.ProductCatalogue;
import dev.seatport.ports.seats.SeatStatusFilter;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.output.QueryResultColumns;
import dev.seatport.reports.output.RowWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Commands that print the result of one port. */
final class QueryCommands {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private static final Map<String, TenantKind> TENANT_KINDS = Map.of(
            "microsoft-365", TenantKind.MICROSOFT_365,
            "salesforce", TenantKind.SALESFORCE,
            "google", TenantKind.GOOGLE,
            "dynamics-365", TenantKind.DYNAMICS_365);

    private QueryCommands() {}

    static CommandSpec customers(CommandContext context) {
        OptionSpec vendor = vendorOfCustomers(context);
        return context.command(
                () -> {
                    requireVendor(vendor, context.plugins());
                    return new VendorCommandRunner(context)
                            .printRows(
                                    vendors -> vendorOfCustomers(vendor, vendors)
                                            .directory()
                                            .all(),
                                    QueryResultColumns.CUSTOMERS,
                                    QueryCommands::gap);
                },
                vendor);
    }

    private static OptionSpec vendorOfCustomers(CommandContext context) {
        return CustomerAndTenantArguments.vendor(context.plugins(), "the vendor of the seats");
    }

    private static VendorPlugin vendorOfCustomers(OptionSpec option, VendorRegistry vendors) {
        @Nullable String name = option.getValue();
        return name == null ? vendors.seats() : CustomerAndTenantArguments.vendor(name, vendors.enabled());
    }

    /** Rejects an unknown {@code --vendor} before a missing setting is reported. */
    private static void requireVendor(OptionSpec option, List<VendorPlugin> candidates) {
        @Nullable String name = option.getValue();
        if (name != null) {
            CustomerAndTenantArguments.vendor(name, candidates);
        }
    }

    private static Optional<String> gap(Customer customer) {
        int count = customer.tenantsWithoutId();
        return count == 0
                ? Optional.empty()
                : Optional.of(customer.id().vendor() + " customers: " + FailureKind.MALFORMED_ANSWER + ": "
                        + customer.organization()
                                .map(name -> name + " (" + customer.id().value() + ")")
                                .orElse(customer.id().value())
                        + " has " + (count == 1 ? "a tenant without an id" : count + " tenants without an id")
                        + "; ask the vendor to add " + (count == 1 ? "it" : "them"));
    }

    static CommandSpec customer(CommandContext context) {
        PositionalParamSpec named = required(0, "CUSTOMER", "the customer's id or name at the vendor");
        OptionSpec vendor = vendorOfCustomers(context);
        return context.command(
                () -> {
                    requireCustomer(named.getValue());
                    requireVendor(vendor, context.plugins());
                    return new VendorCommandRunner(context)
                            .printOne(
                                    vendors -> {
                                        VendorPlugin plugin = vendorOfCustomers(vendor, vendors);
                                        return context.customers(plugin.vendor(), plugin.directory())
                                                .find(named.getValue());
                                    },
                                    QueryResultColumns.CUSTOMERS);
                },
                named,
                vendor);
    }

    static CommandSpec tenantSeats(CommandContext context) {
        PositionalParamSpec customer = required(0, "CUSTOMER", "the customer's id or name at the seat vendor");
        OptionSpec kind = OptionSpec.builder("--kind")
                .type(String.class)
                .initialValue("microsoft-365")
                .paramLabel("KIND")
                .description("microsoft-365, salesforce, google or dynamics-365 (default: microsoft-365)")
                .build();
        OptionSpec tenants = OptionSpec.builder("--tenant")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .initialValue(List.of())
                .paramLabel("ID")
                .description("list only this tenant; repeat the option for several tenants")
                .build();
        OptionSpec seatStatus = OptionSpec.builder("--seat-status")
                .type(SeatStatusFilter.class)
                .paramLabel("STATUS")
                .description(
                        "count only seats with this status: available or assigned (not every API has it; see docs/command-line.md)")
                .build();
        return context.command(
                () -> {
                    TenantKind selected = tenantKind(kind.getValue());
                    List<TenantId> ids = tenants.<List<String>>getValue().stream()
                            .map(CustomerAndTenantArguments::tenant)
                            .toList();
                    requireCustomer(customer.getValue());
                    SeatStatusFilter status = seatStatus.getValue();
                    return new VendorCommandRunner(context)
                            .printRows(
                                    vendors -> {
                                        SeatVendorPorts seats = vendors.seats().seatPorts();
                                        return context.customers(seats.vendor(), seats.customers())
                                                .list(
                                                        customer.getValue(),
                                                        id -> seats.tenantSeats()
                                                                .seats(new TenantSeatQuery(id, selected, ids, status)));
                                    },
                                    QueryResultColumns.TENANT_SEATS,
                                    new NamedTenantCheck(customer.getValue(), kind.getValue(), ids));
                },
                customer,
                kind,
                tenants,
                seatStatus);
    }

    /** Finds the tenants of {@code --tenant} that a listing does not have. An unknown tenant must not look like one without seats. */
    private static final class NamedTenantCheck implements RowCheck<TenantSeats> {
        private final String customer;
        private final String kind;
        private final Set<TenantId> missing;

        private NamedTenantCheck(String customer, String kind, List<TenantId> named) {
            this.customer = customer;
            this.kind = kind;
            this.missing = new LinkedHashSet<>(named);
        }

        @Override
        public Optional<String> gap(TenantSeats row) {
            missing.remove(row.tenant().id());
            return Optional.empty();
        }

        @Override
        public List<String> missingRows() {
            return missing.stream()
                    .map(tenant -> "tenant " + tenant.value() + " was not found: customer " + customer + " has no "
                            + kind.toLowerCase(Locale.ROOT) + " tenant with this id; 'seatport tenant-seats " + customer
                            + "' lists its tenants")
                    .toList();
        }
    }

    private static TenantKind tenantKind(String name) {
        TenantKind kind = TENANT_KINDS.get(name.toLowerCase(Locale.ROOT));
        if (kind == null) {
            throw new UsageException("unknown tenant kind '" + name
                    + "'; allowed values: microsoft-365, salesforce, google, dynamics-365");
        }
        return kind;
    }

    static CommandSpec productSeats(CommandContext context) {
        PositionalParamSpec customer = required(0, "CUSTOMER", "the customer's id or name at the seat vendor");
        OptionSpec product = OptionSpec.builder("--product")
                .type(String.class)
                .required(true)
                .paramLabel("PRODUCT")
                .description("code or name of the product; see 'seatport products'")
                .build();
        return context.command(
                () -> {
                    requireCustomer(customer.getValue());
                    requireProduct(product.getValue(), withSeats(context.plugins()));
                    return new VendorCommandRunner(context)
                            .printOne(
                                    vendors -> {
                                        VendorPlugin seats = vendors.seats();
                                        Product selected = product(product.getValue(), seats.catalogue());
                                        SeatVendorPorts ports = seats.seatPorts();
                                        return context.customers(ports.vendor(), ports.customers())
                                                .request(
                                                        customer.getValue(),
                                                        id -> ports.productSeats()
                                                                .seats(id, selected));
                                    },
                                    QueryResultColumns.PRODUCT_SEATS);
                },
                customer,
                product);
    }

    /** Rejects a product that no vendor of seats has, before a missing setting is reported. */
    private static void requireProduct(String product, List<VendorPlugin> vendors) {
        for (VendorPlugin vendor : vendors) {
            String codeOrName = product.strip();
            if (NUMBER.matcher(codeOrName).matches()
                    || vendor.catalogue().byName(codeOrName).isPresent()) {
                return;
            }
        }
        throw unknownProduct(
                product,
                vendors.stream()
                        .flatMap(vendor -> vendor.catalogue().products().stream())
                        .toList());
    }

    private static UsageException unknownProduct(String product, List<Product> known) {
        return new UsageException("unknown product '" + product
                + "'; allowed values: a product code (a number), or one of "
                + known.stream().map(Product::label).collect(Collectors.joining(", ")));
    }

    /** A number need not be in the catalogue, because the vendor may sell products that it does not document. */
    private static Product product(String product, ProductCatalogue catalogue) {
        String codeOrName = product.strip();
        if (NUMBER.matcher(codeOrName).matches()) {
            return catalogue.byCode(new ProductCode(codeOrName));
        }
        return catalogue.byName(codeOrName).orElseThrow(() -> unknownProduct(product, catalogue.products()));
    }

    static CommandSpec products(CommandContext context) {
        OptionSpec vendor =
                CustomerAndTenantArguments.vendor(withSeats(context.plugins()), "the default vendor of seats");
        return context.command(
                // Needs no settings, and writes a metrics file without calls.
                () -> new VendorCommandRunner(context, Settings::none)
                        .run(component -> printProducts(context, vendor.getValue(), component.vendors())),
                vendor);
    }

    private static int printProducts(CommandContext context, @Nullable String vendor, VendorRegistry vendors)
            throws OutputException {
        VendorPlugin seats = vendor == null
                ? vendors.seats()
                : CustomerAndTenantArguments.vendor(vendor, withSeats(vendors.plugins()));
        List<Product> products = seats.catalogue().products();
        try (Output out = context.openOutput()) {
            return VendorCommandRunner.write(out, () -> {
                RowWriter<Product> rows = context.rows(QueryResultColumns.PRODUCTS, out.writer());
                for (Product product : products) {
                    rows.row(product);
                }
                rows.end();
            });
        }
    }

    private static List<VendorPlugin> withSeats(List<VendorPlugin> plugins) {
        return plugins.stream().filter(VendorPlugin::hasSeats).toList();
    }

    static CommandSpec licenses(CommandContext context) {
        PositionalParamSpec customer = required(0, "CUSTOMER", "the customer's id or name at the license vendor");
        PositionalParamSpec tenant = required(1, "TENANT", "the Microsoft tenant id");
        OptionSpec vendor = CustomerAndTenantArguments.vendor(
                withLicenses(context.plugins()), "the vendor of the licenses of a review");
        return context.command(
                () -> {
                    requireCustomer(customer.getValue());
                    TenantId tenantId = CustomerAndTenantArguments.tenant(tenant.getValue());
                    requireVendor(vendor, withLicenses(context.plugins()));
                    return new VendorCommandRunner(context)
                            .printRows(
                                    vendors -> {
                                        @Nullable String name = vendor.getValue();
                                        VendorPlugin licenses = name == null
                                                ? vendors.licenses()
                                                : CustomerAndTenantArguments.vendor(
                                                        name, withLicenses(vendors.enabled()));
                                        LicenseVendorPorts ports = licenses.licensePorts();
                                        return context.customers(ports.vendor(), ports.customers())
                                                .list(
                                                        customer.getValue(),
                                                        id -> ports.consumption()
                                                                .consumption(id, tenantId));
                                    },
                                    QueryResultColumns.LICENSES);
                },
                customer,
                tenant,
                vendor);
    }

    private static List<VendorPlugin> withLicenses(List<VendorPlugin> plugins) {
        return plugins.stream().filter(VendorPlugin::hasLicenses).toList();
    }
}
