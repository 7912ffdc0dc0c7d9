package dev.seatport.demo.cli;

import dev.seatport.demo.config.Settings;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "demo",
        description =
                "Simulate both vendors on free ports of this machine, and print the review of what they say; a few answers are missing on purpose.")
final class DemoCommand implements Callable<Integer> {
    private static final int SOME_CUSTOMERS = 40;

    @ParentCommand
    private @Nullable SeatportCommand root;

    @Option(names = "--customers", paramLabel = "N", description = "how many customers there are (default: 40)")
    private int customers = SOME_CUSTOMERS;

    @Mixin
    private ReviewOptions options = new ReviewOptions();

    @Override
    public Integer call() throws Exception {
        SeatportCommand seatport = Root.of(root);
        SandboxCommand.requireCustomers(customers);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(customers))) {
            DemoStage stage = DemoStage.on(sandbox);
            ReviewPlan plan = new ReviewPlan(options, stage.policy(LocalDate.now(ZoneId.systemDefault())));
            // The settings of this process are for real vendors: none of them may leak in here.
            Session session = Session.with(seatport, Settings.only(SandboxSettings.of(sandbox)));
            int code = new ReviewRun(seatport, plan).run(session);
            // What is missing is missing on purpose: that the demo shows it is what it is for.
            return code == ExitCode.INCOMPLETE ? ExitCode.FINE : code;
        }
    }
}
