package dev.seatport.demo.cli;

import dev.seatport.demo.config.Settings;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "demo",
        description = "Simulate both vendors on free ports of this machine, and print the report of what they say.")
final class DemoCommand implements Callable<Integer> {
    private static final int SOME_CUSTOMERS = 40;

    @ParentCommand
    private @Nullable SeatportCommand root;

    @Option(names = "--customers", paramLabel = "N", description = "how many customers there are (default: 40)")
    private int customers = SOME_CUSTOMERS;

    @Override
    public Integer call() throws Exception {
        SeatportCommand seatport = Root.of(root);
        SandboxCommand.requireCustomers(customers);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(customers))) {
            // The settings of this process are for real vendors: none of them may leak in here.
            return new ReviewRun(seatport, new ReviewPlan(new ReviewOptions()))
                    .run(Session.with(seatport, Settings.only(SandboxSettings.of(sandbox))));
        }
    }
}
