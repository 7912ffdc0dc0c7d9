package dev.seatport.demo.cli;

import dev.seatport.demo.config.CommonSettings;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.demo.wiring.VendorRegistry;
import dev.seatport.reports.output.Output;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Commands that simulate the vendors: {@code sandbox} until interrupted, {@code demo} for one review. */
final class SandboxCommands {
    private static final int MAX_PORT = 65_535;
    private static final int DEFAULT_CUSTOMERS = 40;

    private SandboxCommands() {}

    static CommandSpec sandbox(CommandContext context) {
        OptionSpec port = OptionSpec.builder("--port")
                .type(int.class)
                .initialValue(0)
                .paramLabel("N")
                .description("0 to 65535; 0 selects a free port (default: 0)")
                .build();
        OptionSpec customers = customersOption();
        OptionSpec tenantsEach = OptionSpec.builder("--tenants-each")
                .type(Integer.class)
                .paramLabel("N")
                .description("number of Microsoft 365 tenants of each customer, 0 to 100 (default: one, two or three)")
                .build();
        OptionSpec faults = OptionSpec.builder("--faults")
                .type(String.class)
                .initialValue("")
                .paramLabel("PLAN")
                .description(
                        "faults to simulate, such as \"429:share=0.1,retry-after=1; limit=50/s; seed=7\" (see sandbox/README.md)")
                .build();
        return context.command(
                () -> {
                    context.rejectConfig("the sandbox needs no settings");
                    context.rejectMetrics("the sandbox sends no requests");
                    FaultPlan plan = plan(faults.getValue());
                    int portNumber = port.getValue();
                    if (portNumber < 0 || portNumber > MAX_PORT) {
                        throw new UsageException(
                                "port " + portNumber + " is out of range; allowed values: 0 to " + MAX_PORT);
                    }
                    SandboxOptions fleet = fleet(customers.getValue(), tenantsEach.getValue());
                    try (Sandbox sandbox = start(fleet, portNumber).faults(plan)) {
                        try (Output out = context.openOutput()) {
                            VendorCommandRunner.write(
                                    out, () -> print(settings(sandbox, context.plugins()), out.writer()));
                        }
                        context.environment()
                                .printMessage("the simulated vendors listen on port " + sandbox.port()
                                        + "; Ctrl-C stops them");
                        new CountDownLatch(1).await();
                    }
                    return ExitCode.SUCCESS;
                },
                port,
                customers,
                tenantsEach,
                faults);
    }

    private static OptionSpec customersOption() {
        return OptionSpec.builder("--customers")
                .type(int.class)
                .initialValue(DEFAULT_CUSTOMERS)
                .paramLabel("N")
                .description("number of simulated customers (default: 40)")
                .build();
    }

    private static FaultPlan plan(String faults) {
        try {
            return FaultPlan.parse(faults);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--faults: " + e.getMessage());
        }
    }

    private static SandboxOptions fleet(int customers, @Nullable Integer tenantsEach) {
        if (customers < 0 || customers > SimulatedFleet.MAX_CUSTOMERS) {
            throw new UsageException("--customers " + customers + " is out of range; allowed values: 0 to "
                    + SimulatedFleet.MAX_CUSTOMERS);
        }
        SandboxOptions fleet = SandboxOptions.defaults().withCustomers(customers);
        try {
            return tenantsEach == null ? fleet : fleet.withTenantsOfEachCustomer(tenantsEach);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--tenants-each: " + e.getMessage());
        }
    }

    private static Sandbox start(SandboxOptions fleet, int port) {
        try {
            return Sandbox.start(fleet.withPort(port));
        } catch (IllegalStateException e) {
            throw new UsageException("cannot listen on port " + port + "; choose a free port, or 0 for any free port");
        }
    }

    private static void print(Map<String, String> settings, Writer out) throws IOException {
        out.write("# Settings file for 'seatport --config'. These secrets are valid only for this sandbox.\n");
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            out.write(setting.getKey() + "=" + setting.getValue() + "\n");
        }
    }

    /** Returns the settings of a client of a sandbox, for all vendors that it simulates. */
    static Map<String, String> settings(Sandbox sandbox, List<VendorPlugin> plugins) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (VendorPlugin plugin : plugins) {
            plugin.simulation()
                    .ifPresent(simulation -> simulation
                            .settings(sandbox)
                            .forEach((setting, value) -> settings.put(setting.key(), value)));
        }
        return settings;
    }

    static CommandSpec demo(CommandContext context) {
        OptionSpec customers = customersOption();
        List<VendorPlugin> licenseVendors = context.plugins().stream()
                .filter(plugin -> plugin.hasLicenses() && plugin.simulation().isPresent())
                .toList();
        OptionSpec licensesFrom = OptionSpec.builder("--licenses-from")
                .type(String.class)
                .paramLabel("VENDOR")
                .description("simulated vendor of the licenses: "
                        + licenseVendors.stream().map(VendorPlugin::name).collect(Collectors.joining(", ")) + " or "
                        + VendorRegistry.NO_LICENSES)
                .build();
        ReviewOptions options = ReviewOptions.notResumable();
        List<ArgSpec> arguments = new ArrayList<>(List.of(customers, licensesFrom));
        arguments.addAll(options.options());
        return context.command(
                () -> {
                    context.rejectConfig("the demo has its own settings");
                    options.requireResumable();
                    options.requireUsable(context);
                    SandboxOptions fleet = fleet(customers.getValue(), null);
                    @Nullable String vendor = licensesFrom.getValue();
                    Optional<String> selected = Optional.ofNullable(vendor)
                            .map(name -> name.equalsIgnoreCase(VendorRegistry.NO_LICENSES)
                                    ? VendorRegistry.NO_LICENSES
                                    : CustomerAndTenantArguments.vendor(name, licenseVendors)
                                            .name());
                    try (Sandbox sandbox = Sandbox.start(fleet)) {
                        // The settings of this process are for real vendors. The demo must not use them.
                        Map<String, String> settings = settings(sandbox, context.plugins());
                        selected.ifPresent(name -> settings.put(CommonSettings.REVIEW_LICENSES_FROM.key(), name));
                        int code = new VendorCommandRunner(context, () -> Settings.ofMap(settings)).run(component -> {
                            DemoScenario scenario = DemoScenario.installIn(sandbox, component.vendors());
                            options.setDefaultPolicy(scenario.policy(LocalDate.now(ZoneId.systemDefault())));
                            return new ReviewCommand(context, options, component).run();
                        });
                        // The demo has gaps on purpose.
                        return code == ExitCode.INCOMPLETE ? ExitCode.SUCCESS : code;
                    }
                },
                arguments.toArray(ArgSpec[]::new));
    }
}
