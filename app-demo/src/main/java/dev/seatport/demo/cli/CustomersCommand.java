package dev.seatport.demo.cli;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.reports.output.CustomerShape;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

final class CustomersCommand implements Subcommand {
    private final SeatportCommand root;

    private final OptionSpec vendor = VendorName.option();

    CustomersCommand(SeatportCommand root) {
        this.root = root;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(vendor);
    }

    @Override
    public Integer call() throws Exception {
        return Session.of(root)
                .rows(
                        component -> VendorName.directory(component.vendors(), vendor.getValue())
                                .all(),
                        CustomerShape.SHAPE,
                        CustomersCommand::missing);
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
}
