package dev.seatport.demo.cli;

import dev.seatport.demo.report.CustomerShape;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "customer", description = "Show one customer of a vendor.")
final class CustomerCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable SeatportCommand root;

    @Parameters(paramLabel = "ID", description = "the vendor's id of the customer")
    private String id = "";

    @Option(names = "--vendor", paramLabel = "VENDOR", description = "avepoint or c3 (default: avepoint)")
    private String vendor = "avepoint";

    @Override
    public Integer call() throws Exception {
        return Session.of(Root.of(root))
                .one(
                        component -> VendorName.directory(component.vendors(), vendor)
                                .find(VendorName.customer(vendor, id)),
                        CustomerShape.SHAPE);
    }
}
