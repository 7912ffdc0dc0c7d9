package dev.seatport.demo.cli;

import dev.seatport.reports.output.CustomerShape;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

final class CustomerCommand implements Subcommand {
    private final SeatportCommand root;

    private final PositionalParamSpec id = Positionals.required(0, "ID", "the vendor's id of the customer");

    private final OptionSpec vendor = VendorName.option();

    CustomerCommand(SeatportCommand root) {
        this.root = root;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(id, vendor);
    }

    @Override
    public Integer call() throws Exception {
        return Session.of(root)
                .one(
                        component -> VendorName.directory(component.vendors(), vendor.getValue())
                                .find(VendorName.customer(vendor.getValue(), id.getValue())),
                        CustomerShape.SHAPE);
    }
}
