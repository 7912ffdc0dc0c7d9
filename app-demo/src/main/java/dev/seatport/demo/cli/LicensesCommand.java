package dev.seatport.demo.cli;

import dev.seatport.demo.report.LicenseShape;
import dev.seatport.demo.wiring.Vendors;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.TenantId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "licenses", description = "List the licenses of a customer's tenant.")
final class LicensesCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable SeatportCommand root;

    @Parameters(index = "0", paramLabel = "CUSTOMER", description = "the license vendor's id of the customer")
    private String customer = "";

    @Parameters(index = "1", paramLabel = "TENANT", description = "the Microsoft tenant id")
    private String tenant = "";

    @Override
    public Integer call() throws Exception {
        VendorName.requireCustomer(customer);
        if (tenant.isEmpty()) {
            throw new UsageException("the tenant id is empty; legal: the id of a tenant");
        }
        return Session.of(Root.of(root))
                .rows(
                        component -> {
                            Vendors vendors = component.vendors();
                            CustomerId id = new CustomerId(vendors.ofLicenses(), customer);
                            return vendors.licenses().consumption(id, new TenantId(tenant));
                        },
                        LicenseShape.SHAPE);
    }
}
