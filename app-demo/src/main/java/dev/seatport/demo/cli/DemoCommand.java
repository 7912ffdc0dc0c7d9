package dev.seatport.demo.cli;

import dev.seatport.demo.config.Settings;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

final class DemoCommand implements Subcommand {
    private final SeatportCommand root;

    private final OptionSpec customers = SandboxCommand.customersOption();

    private final ReviewOptions options = new ReviewOptions();

    DemoCommand(SeatportCommand root) {
        this.root = root;
    }

    @Override
    public List<ArgSpec> arguments() {
        List<ArgSpec> arguments = new ArrayList<>();
        arguments.add(customers);
        arguments.addAll(options.specs());
        return arguments;
    }

    @Override
    public Integer call() throws Exception {
        int wanted = customers.getValue();
        SandboxCommand.requireCustomers(wanted);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(wanted))) {
            DemoStage stage = DemoStage.on(sandbox);
            ReviewPlan plan = new ReviewPlan(options, stage.policy(LocalDate.now(ZoneId.systemDefault())));
            // The settings of this process are for real vendors: none of them may leak in here.
            Session session = Session.with(root, Settings.only(SandboxSettings.of(sandbox)));
            int code = new ReviewRun(root, plan).run(session);
            // What is missing is missing on purpose: that the demo shows it is what it is for.
            return code == ExitCode.INCOMPLETE ? ExitCode.FINE : code;
        }
    }
}
