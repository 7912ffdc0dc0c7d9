package dev.seatport.demo.cli;

import dev.seatport.demo.wiring.Vendors;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.seats.SeatStatus;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.reports.output.SeatShapes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

final class TenantSeatsCommand implements Subcommand {
    private static final Map<String, TenantKind> KINDS = Map.of(
            "microsoft-365", TenantKind.MICROSOFT_365,
            "salesforce", TenantKind.SALESFORCE,
            "google", TenantKind.GOOGLE,
            "dynamics-365", TenantKind.DYNAMICS_365);

    private final SeatportCommand root;

    private final PositionalParamSpec customer =
            Positionals.required(0, "CUSTOMER", "the seat vendor's id of the customer");

    private final OptionSpec kind = OptionSpec.builder("--kind")
            .type(String.class)
            .initialValue("microsoft-365")
            .paramLabel("KIND")
            .description("microsoft-365, salesforce, google or dynamics-365 (default: microsoft-365)")
            .build();

    private final OptionSpec tenants = OptionSpec.builder("--tenant")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .initialValue(List.of())
            .paramLabel("ID")
            .description("only this tenant; may be given several times")
            .build();

    private final OptionSpec seatStatus = OptionSpec.builder("--seat-status")
            .type(SeatStatus.class)
            .paramLabel("STATUS")
            .description("available or assigned seats only (needs seatport.avepoint.api=older)")
            .build();

    TenantSeatsCommand(SeatportCommand root) {
        this.root = root;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(customer, kind, tenants, seatStatus);
    }

    @Override
    public Integer call() throws Exception {
        TenantKind asked = kind(kind.getValue());
        List<TenantId> wanted = tenants.<List<String>>getValue().stream()
                .map(VendorName::tenant)
                .toList();
        VendorName.requireCustomer(customer.getValue());
        return Session.of(root)
                .rows(
                        component -> {
                            Vendors vendors = component.vendors();
                            return vendors.tenantSeats().seats(query(vendors.ofSeats(), asked, wanted));
                        },
                        SeatShapes.TENANT_SEATS);
    }

    private TenantSeatQuery query(Vendor vendor, TenantKind asked, List<TenantId> wanted) {
        TenantSeatQuery query = TenantSeatQuery.all(new CustomerId(vendor, customer.getValue()), asked)
                .forTenants(wanted);
        SeatStatus only = seatStatus.getValue();
        return only == null ? query : query.forSeats(only);
    }

    private static TenantKind kind(String kind) {
        TenantKind named = KINDS.get(kind.toLowerCase(Locale.ROOT));
        if (named == null) {
            throw new UsageException("no kind of tenant is called '" + kind
                    + "'; legal: microsoft-365, salesforce, google, dynamics-365");
        }
        return named;
    }
}
