package dev.seatport.demo.cli;

import dev.seatport.demo.report.SeatShapes;
import dev.seatport.demo.wiring.Vendors;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.seats.SeatStatus;
import dev.seatport.ports.seats.TenantSeatQuery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "tenant-seats", description = "List the user seats of a customer's tenants.")
final class TenantSeatsCommand implements Callable<Integer> {
    private static final Map<String, TenantKind> KINDS = Map.of(
            "microsoft-365", TenantKind.MICROSOFT_365,
            "salesforce", TenantKind.SALESFORCE,
            "google", TenantKind.GOOGLE,
            "dynamics-365", TenantKind.DYNAMICS_365);

    @ParentCommand
    private @Nullable SeatportCommand root;

    @Parameters(paramLabel = "CUSTOMER", description = "the seat vendor's id of the customer")
    private String customer = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "microsoft-365, salesforce, google or dynamics-365 (default: microsoft-365)")
    private String kind = "microsoft-365";

    @Option(names = "--tenant", paramLabel = "ID", description = "only this tenant; may be given several times")
    private List<String> tenants = List.of();

    @Option(
            names = "--seat-status",
            paramLabel = "STATUS",
            description = "available or assigned seats only (needs seatport.avepoint.api=older)")
    private @Nullable SeatStatus seatStatus;

    @Override
    public Integer call() throws Exception {
        TenantKind asked = kind();
        List<TenantId> wanted = tenants.stream().map(TenantSeatsCommand::tenant).toList();
        VendorName.requireCustomer(customer);
        return Session.of(Root.of(root))
                .rows(
                        component -> {
                            Vendors vendors = component.vendors();
                            return vendors.tenantSeats().seats(query(vendors.ofSeats(), asked, wanted));
                        },
                        SeatShapes.TENANT_SEATS);
    }

    private TenantSeatQuery query(Vendor vendor, TenantKind asked, List<TenantId> wanted) {
        TenantSeatQuery query =
                TenantSeatQuery.all(new CustomerId(vendor, customer), asked).forTenants(wanted);
        return seatStatus == null ? query : query.forSeats(seatStatus);
    }

    private TenantKind kind() {
        TenantKind named = KINDS.get(kind.toLowerCase(Locale.ROOT));
        if (named == null) {
            throw new UsageException("no kind of tenant is called '" + kind
                    + "'; legal: microsoft-365, salesforce, google, dynamics-365");
        }
        return named;
    }

    private static TenantId tenant(String id) {
        if (id.isEmpty()) {
            throw new UsageException("the tenant id is empty; legal: the id of a tenant");
        }
        return new TenantId(id);
    }
}
