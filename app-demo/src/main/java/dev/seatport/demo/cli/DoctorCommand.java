package dev.seatport.demo.cli;

import dev.seatport.demo.config.CommonSettings;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.SettingsException;
import dev.seatport.demo.doctor.CheckResult;
import dev.seatport.demo.doctor.CheckTextWriter;
import dev.seatport.demo.doctor.Doctor;
import dev.seatport.demo.doctor.Doctor.CheckListener;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.demo.wiring.VendorRegistry;
import dev.seatport.domain.seat.Product;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.RowFormat;
import dev.seatport.reports.output.RowWriter;
import dev.seatport.reports.policy.Policy;
import dev.seatport.reports.policy.PolicyException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Command {@code doctor}: checks what a review needs, then each vendor. */
final class DoctorCommand {
    private static final String REVIEW = "review";

    private final CommandContext context;
    private final ReviewOptions options;
    private final Settings settings;
    private final VendorRegistry vendors;

    private DoctorCommand(CommandContext context, ReviewOptions options, Settings settings, VendorRegistry vendors) {
        this.context = context;
        this.options = options;
        this.settings = settings;
        this.vendors = vendors;
    }

    static CommandSpec doctor(CommandContext context) {
        ReviewOptions options = new ReviewOptions();
        return context.command(
                () -> {
                    Settings settings = context.settings();
                    return new VendorCommandRunner(context, () -> settings)
                            .run(component -> new DoctorCommand(context, options, settings, component.vendors()).run());
                },
                options.policyOption());
    }

    /** Prints the checks of these settings. Returns the exit code. */
    static int check(CommandContext context, Settings settings) throws Exception {
        return new VendorCommandRunner(context, () -> settings)
                .run(component -> new DoctorCommand(context, new ReviewOptions(), settings, component.vendors()).run());
    }

    private int run() throws Exception {
        Doctor doctor = new Doctor(settings, InstantSource.system(), System::nanoTime);
        try (Output out = context.openOutput()) {
            RowWriter<CheckResult> rows = context.format() == RowFormat.TABLE
                    ? new CheckTextWriter(out.writer(), context.resultWidth())
                    : context.rows(CheckResult.COLUMNS, out.writer());
            Doctor.OverallStatus status;
            boolean reviewable;
            try {
                List<VendorPlugin> chosen = chosen();
                reviewable = !isAnyConfigured() || checkReview(rows::row);
                status = doctor.checkAll(chosen, rows::row);
            } catch (IOException e) {
                throw out.unwritable();
            }
            VendorCommandRunner.write(out, rows::end);
            if (status == Doctor.OverallStatus.UNCONFIGURED) {
                context.environment()
                        .printMessage(
                                "no vendor is configured; 'seatport init' asks for the settings and writes a file");
            }
            return switch (status) {
                case HEALTHY -> reviewable ? ExitCode.SUCCESS : ExitCode.USAGE;
                case MISCONFIGURED, UNCONFIGURED -> ExitCode.USAGE;
                case UNHEALTHY -> reviewable ? ExitCode.FAILED : ExitCode.USAGE;
            };
        }
    }

    private boolean isAnyConfigured() {
        return vendors.plugins().stream().anyMatch(plugin -> plugin.settings().isConfigured(settings));
    }

    /**
     * Returns the vendors to check: those that the settings allow, without those that neither a setting nor a review mentions. Returns
     * all vendors if none is configured.
     */
    private List<VendorPlugin> chosen() {
        if (!isAnyConfigured()) {
            return vendors.plugins();
        }
        List<VendorPlugin> ofReview = new ArrayList<>();
        addIfSelected(vendors::seats, ofReview);
        addIfSelected(vendors::licenses, ofReview);
        List<VendorPlugin> enabled;
        try {
            enabled = vendors.enabled();
        } catch (SettingsException e) {
            // The check of the review prints it.
            enabled = vendors.plugins();
        }
        return enabled.stream()
                .filter(plugin -> plugin.settings().isConfigured(settings) || ofReview.contains(plugin))
                .toList();
    }

    /** Adds a vendor of the review, if the settings select one. The check of the review prints why they do not. */
    private static void addIfSelected(Supplier<VendorPlugin> vendor, List<VendorPlugin> vendors) {
        try {
            vendors.add(vendor.get());
        } catch (SettingsException e) {
            return;
        }
    }

    /** Checks the settings of a review and the policy. Returns whether a review can use them. */
    private boolean checkReview(CheckListener listener) throws IOException {
        try {
            vendors.enabled();
            settings.value(CommonSettings.REVIEW_ROWS_PER_CUSTOMER);
            String what = "seats of " + vendors.seats().name() + ", licenses of "
                    + vendors.licensesOfReview().map(VendorPlugin::name).orElse(VendorRegistry.NO_LICENSES)
                    + ", products: "
                    + vendors.products().stream().map(Product::label).collect(Collectors.joining(", "));
            listener.onCheck(CheckResult.ok(REVIEW, "settings", what, null));
        } catch (SettingsException e) {
            listener.onCheck(CheckResult.failedSettings(REVIEW, String.valueOf(e.getMessage())));
            return false;
        }
        return !options.hasPolicy() || checkPolicy(listener);
    }

    private boolean checkPolicy(CheckListener listener) throws IOException {
        try {
            Policy policy = options.policy(vendors);
            int exclusions = policy.review().exclusions().size();
            listener.onCheck(CheckResult.ok(
                    REVIEW,
                    "policy",
                    "the policy is valid, with " + (exclusions == 1 ? "1 exclusion" : exclusions + " exclusions"),
                    null));
            return true;
        } catch (PolicyException e) {
            for (String mistake : e.mistakes()) {
                listener.onCheck(CheckResult.failed(REVIEW, "policy", mistake, "correct the policy"));
            }
            return false;
        }
    }
}
