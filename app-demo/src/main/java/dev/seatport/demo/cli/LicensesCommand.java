package dev.seatport.demo.cli;

import dev.seatport.demo.wiring.Vendors;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.reports.output.LicenseShape;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

final class LicensesCommand implements Subcommand {
    private final SeatportCommand root;

    private final PositionalParamSpec customer =
            Positionals.required(0, "CUSTOMER", "the license vendor's id of the customer");

    private final PositionalParamSpec tenant = Positionals.required(1, "TENANT", "the Microsoft tenant id");

    LicensesCommand(SeatportCommand root) {
        this.root = root;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(customer, tenant);
    }

    @Override
    public Integer call() throws Exception {
        VendorName.requireCustomer(customer.getValue());
        TenantId asked = VendorName.tenant(tenant.getValue());
        return Session.of(root)
                .rows(
                        component -> {
                            Vendors vendors = component.vendors();
                            CustomerId id = new CustomerId(vendors.ofLicenses(), customer.getValue());
                            return vendors.licenses().consumption(id, asked);
                        },
                        LicenseShape.SHAPE);
    }
}
