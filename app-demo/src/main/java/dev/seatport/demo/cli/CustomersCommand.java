package dev.seatport.demo.cli;

import dev.seatport.demo.report.CustomerShape;
import java.util.List;
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
                        CustomerShape.SHAPE);
    }
}
