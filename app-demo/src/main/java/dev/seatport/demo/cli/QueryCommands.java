package dev.seatport.demo.cli;

import static dev.seatport.demo.cli.CommandArguments.directory;
import static dev.seatport.demo.cli.CommandArguments.requireCustomer;
import static dev.seatport.demo.cli.CommandArguments.required;

import dev.seatport.demo.config.Settings;
import dev.seatport.demo.doctor.Check;
import dev.seatport.demo.doctor.Doctor;
import dev.seatport.demo.wiring.SeatportComponent;
import dev.seatport.demo.wiring.VendorRegistry;
import dev.seatport.demo.wiring.VertxLifecycle;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.seats.ProductCatalogue;
import dev.seatport.ports.seats.SeatStatus;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.ResultColumns;
import dev.seatport.reports.output.RowWriter;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands that print what one port returns, and {@code doctor}. */
final class QueryCommands {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private static final Map<String, TenantKind> TENANT_KINDS = Map.of(
            "microsoft-365", TenantKind.MICROSOFT_365,
            "salesforce", TenantKind.SALESFORCE,
            "google", TenantKind.GOOGLE,
            "dynamics-365", TenantKind.DYNAMICS_365);

    private QueryCommands() {}

    static CommandSpec customers(CommandContext context) {
        OptionSpec vendor = CommandArguments.vendor();
        return context.command(
                () -> new CommandRunner(context)
                        .rows(
                                component -> directory(component.vendors(), vendor.getValue())
                                        .all(),
                                ResultColumns.CUSTOMERS,
                                QueryCommands::missing),
                vendor);
    }

    private static Optional<String> missing(Customer customer) {
        int count = customer.tenantsWithoutId();
        return count == 0
                ? Optional.empty()
                : Optional.of(customer.id().vendor() + " customers: " + FailureKind.MALFORMED_ANSWER + ": "
                        + customer.organization()
                                .map(name -> name + " (" + customer.id().value() + ")")
                                .orElse(customer.id().value())
                        + " has " + (count == 1 ? "a tenant without an id" : count + " tenants without an id")
                        + "; ask the vendor to complete it");
    }

    static CommandSpec customer(CommandContext context) {
        PositionalParamSpec id = required(0, "ID", "the vendor's id of the customer");
        OptionSpec vendor = CommandArguments.vendor();
        return context.command(
                () -> new CommandRunner(context)
                        .one(
                                component -> directory(component.vendors(), vendor.getValue())
                                        .find(CommandArguments.customer(vendor.getValue(), id.getValue())),
                                ResultColumns.CUSTOMERS),
                id,
                vendor);
    }

    static CommandSpec tenantSeats(CommandContext context) {
        PositionalParamSpec customer = required(0, "CUSTOMER", "the seat vendor's id of the customer");
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
                .description("only this tenant; may be given several times")
                .build();
        OptionSpec seatStatus = OptionSpec.builder("--seat-status")
                .type(SeatStatus.class)
                .paramLabel("STATUS")
                .description("available or assigned seats only (needs seatport.avepoint.api=older)")
                .build();
        return context.command(
                () -> {
                    TenantKind wanted = tenantKind(kind.getValue());
                    List<TenantId> ids = tenants.<List<String>>getValue().stream()
                            .map(CommandArguments::tenant)
                            .toList();
                    requireCustomer(customer.getValue());
                    SeatStatus status = seatStatus.getValue();
                    return new CommandRunner(context)
                            .rows(
                                    component -> {
                                        VendorRegistry vendorRegistry = component.vendors();
                                        CustomerId id = new CustomerId(vendorRegistry.ofSeats(), customer.getValue());
                                        TenantSeatQuery query =
                                                TenantSeatQuery.all(id, wanted).forTenants(ids);
                                        return vendorRegistry
                                                .tenantSeats()
                                                .seats(status == null ? query : query.forSeats(status));
                                    },
                                    ResultColumns.TENANT_SEATS);
                },
                customer,
                kind,
                tenants,
                seatStatus);
    }

    private static TenantKind tenantKind(String name) {
        TenantKind named = TENANT_KINDS.get(name.toLowerCase(Locale.ROOT));
        if (named == null) {
            throw new UsageException("no kind of tenant is called '" + name
                    + "'; legal: microsoft-365, salesforce, google, dynamics-365");
        }
        return named;
    }

    static CommandSpec productSeats(CommandContext context) {
        PositionalParamSpec customer = required(0, "CUSTOMER", "the seat vendor's id of the customer");
        OptionSpec product = OptionSpec.builder("--product")
                .type(String.class)
                .required(true)
                .paramLabel("PRODUCT")
                .description("the product's code or name; see 'seatport products'")
                .build();
        return context.command(
                () -> {
                    requireCustomer(customer.getValue());
                    return new CommandRunner(context)
                            .one(
                                    component -> {
                                        VendorRegistry vendorRegistry = component.vendors();
                                        Product wanted = product(product.getValue(), vendorRegistry.catalogue());
                                        return vendorRegistry
                                                .productSeats()
                                                .seats(
                                                        new CustomerId(vendorRegistry.ofSeats(), customer.getValue()),
                                                        wanted);
                                    },
                                    ResultColumns.PRODUCT_SEATS);
                },
                customer,
                product);
    }

    /** A number is asked about as it is, known or not: the vendor may sell what it does not document. */
    private static Product product(String product, ProductCatalogue catalogue) {
        String wanted = product.strip();
        if (NUMBER.matcher(wanted).matches()) {
            return catalogue.byCode(new ProductCode(wanted));
        }
        return catalogue
                .byName(wanted)
                .orElseThrow(() -> new UsageException("no product is called '" + product
                        + "'; legal: a number, or one of "
                        + catalogue.products().stream().map(Product::label).collect(Collectors.joining(", "))));
    }

    static CommandSpec products(CommandContext context) {
        return context.command(() -> {
            List<Product> products = context.components()
                    .create(Settings.only(Map.of()), new VertxLifecycle())
                    .vendors()
                    .catalogue()
                    .products();
            try (Output out = context.openOutput()) {
                return CommandRunner.write(out, () -> {
                    RowWriter<Product> rows =
                            context.format().rows(ResultColumns.PRODUCTS, out.writer(), context.onTerminal());
                    for (Product product : products) {
                        rows.row(product);
                    }
                    rows.end();
                });
            }
        });
    }

    static CommandSpec licenses(CommandContext context) {
        PositionalParamSpec customer = required(0, "CUSTOMER", "the license vendor's id of the customer");
        PositionalParamSpec tenant = required(1, "TENANT", "the Microsoft tenant id");
        return context.command(
                () -> {
                    requireCustomer(customer.getValue());
                    TenantId wanted = CommandArguments.tenant(tenant.getValue());
                    return new CommandRunner(context)
                            .rows(
                                    component -> {
                                        VendorRegistry vendorRegistry = component.vendors();
                                        CustomerId id =
                                                new CustomerId(vendorRegistry.ofLicenses(), customer.getValue());
                                        return vendorRegistry.licenses().consumption(id, wanted);
                                    },
                                    ResultColumns.LICENSES);
                },
                customer,
                tenant);
    }

    static CommandSpec doctor(CommandContext context) {
        return context.command(() -> {
            Settings settings = context.settings();
            return new CommandRunner(context, () -> settings).run(component -> examine(context, settings, component));
        });
    }

    private static int examine(CommandContext context, Settings settings, SeatportComponent component)
            throws Exception {
        Doctor doctor = new Doctor(settings, InstantSource.system(), System::nanoTime);
        try (Output out = context.openOutput()) {
            RowWriter<Check> rows = context.format().rows(Check.SHAPE, out.writer(), context.onTerminal());
            Doctor.OverallStatus overallStatus;
            try {
                overallStatus = doctor.examine(component.vendorSettings(), component.patients(), rows::row);
            } catch (IOException e) {
                throw out.unwritable();
            }
            CommandRunner.write(out, rows::end);
            if (overallStatus == Doctor.OverallStatus.UNCONFIGURED) {
                context.console().say("no vendor is configured; see 'what to do'");
            }
            return switch (overallStatus) {
                case WELL -> ExitCode.FINE;
                case MISCONFIGURED, UNCONFIGURED -> ExitCode.USAGE;
                case ILL -> ExitCode.FAILED;
            };
        }
    }
}
