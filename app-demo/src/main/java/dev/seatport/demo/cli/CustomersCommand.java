package dev.seatport.demo.cli;

import dev.seatport.demo.report.CustomerShape;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "customers", description = "List all customers of a vendor.")
final class CustomersCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable SeatportCommand root;

    @Option(names = "--vendor", paramLabel = "VENDOR", description = "avepoint or c3 (default: avepoint)")
    private String vendor = "avepoint";

    @Override
    public Integer call() throws Exception {
        return Session.of(Root.of(root))
                .rows(
                        component -> VendorName.directory(component.vendors(), vendor)
                                .all(),
                        CustomerShape.SHAPE);
    }
}
