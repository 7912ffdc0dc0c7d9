package dev.seatport.demo.cli;

import dev.seatport.reports.output.Output;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.fleet.Fleet;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

final class SandboxCommand implements Subcommand {
    private static final int HIGHEST_PORT = 65_535;
    private static final int SOME_CUSTOMERS = 40;

    private final SeatportCommand root;

    private final OptionSpec port = OptionSpec.builder("--port")
            .type(int.class)
            .initialValue(0)
            .paramLabel("N")
            .description("0 to 65535; 0 takes a free one (default: 0)")
            .build();

    private final OptionSpec customers = customersOption();

    private final OptionSpec tenantsEach = OptionSpec.builder("--tenants-each")
            .type(Integer.class)
            .paramLabel("N")
            .description("how many Microsoft 365 tenants every customer has, 0 to 100 (default: one, two or three)")
            .build();

    private final OptionSpec faults = OptionSpec.builder("--faults")
            .type(String.class)
            .initialValue("")
            .paramLabel("PLAN")
            .description(
                    "what goes wrong, such as \"429:share=0.1,retry-after=1; limit=50/s; seed=7\" (see sandbox/README.md)")
            .build();

    SandboxCommand(SeatportCommand root) {
        this.root = root;
    }

    static OptionSpec customersOption() {
        return OptionSpec.builder("--customers")
                .type(int.class)
                .initialValue(SOME_CUSTOMERS)
                .paramLabel("N")
                .description("how many customers there are (default: 40)")
                .build();
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(port, customers, tenantsEach, faults);
    }

    @Override
    public Integer call() throws Exception {
        FaultPlan plan = plan();
        try (Sandbox sandbox = start(port.getValue(), customers.getValue()).faults(plan)) {
            try (Output out = root.openOutput()) {
                Session.write(out, () -> print(sandbox, out.writer()));
            }
            root.console().say("the simulated vendors listen on port " + sandbox.port() + "; Ctrl-C ends them");
            new CountDownLatch(1).await();
        }
        return ExitCode.FINE;
    }

    private FaultPlan plan() {
        try {
            return FaultPlan.parse(faults.getValue());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--faults: " + e.getMessage());
        }
    }

    private Sandbox start(int port, int customers) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new UsageException("port " + port + " does not exist; legal: 0 to " + HIGHEST_PORT);
        }
        requireCustomers(customers);
        try {
            return Sandbox.start(fleet().withCustomers(customers).withPort(port));
        } catch (IllegalStateException e) {
            throw new UsageException("port " + port + " cannot be listened on; legal: a free port, or 0 for any");
        }
    }

    private SandboxOptions fleet() {
        Integer tenants = tenantsEach.getValue();
        if (tenants == null) {
            return SandboxOptions.defaults();
        }
        try {
            return SandboxOptions.defaults().withTenantsOfEachCustomer(tenants);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--tenants-each: " + e.getMessage());
        }
    }

    static void requireCustomers(int customers) {
        if (customers < 0 || customers > Fleet.MOST_CUSTOMERS) {
            throw new UsageException(customers + " customers cannot be simulated; legal: 0 to " + Fleet.MOST_CUSTOMERS);
        }
    }

    private static void print(Sandbox sandbox, Writer out) throws java.io.IOException {
        out.write("# A settings file for 'seatport --config'. These secrets open nothing but this sandbox.\n");
        for (Map.Entry<String, String> setting : SandboxSettings.of(sandbox).entrySet()) {
            out.write(setting.getKey() + "=" + setting.getValue() + "\n");
        }
    }
}
