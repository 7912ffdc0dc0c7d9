package dev.seatport.demo.doctor;

import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.SettingsException;
import dev.seatport.demo.plugin.HealthCheckTarget;
import dev.seatport.demo.plugin.VendorPlugin;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Checks all vendors. A failure of one vendor does not stop the others. */
public final class Doctor {
    private final Settings settings;
    private final InstantSource clock;
    private final LongSupplier nanos;

    /** Creates a doctor with these settings and clocks. */
    public Doctor(Settings settings, InstantSource clock, LongSupplier nanos) {
        this.settings = settings;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Receives each check as soon as its result is known. */
    public interface CheckListener {
        void onCheck(CheckResult check) throws IOException;
    }

    /** Overall status of the checks. A later one takes precedence. */
    public enum OverallStatus {
        /** No vendor is configured. */
        UNCONFIGURED,
        /** No check of a configured vendor failed; there may be warnings. */
        HEALTHY,
        /** The settings are valid and another check failed. */
        UNHEALTHY,
        /** Settings are missing or invalid. Valid settings may change the other checks. */
        MISCONFIGURED
    }

    /**
     * Checks all vendors.
     *
     * @param plugins the vendors; the ports of a vendor are created only if its settings are valid
     */
    public OverallStatus checkAll(List<VendorPlugin> plugins, CheckListener checkListener)
            throws IOException, InterruptedException {
        OverallStatus worst = OverallStatus.UNCONFIGURED;
        for (VendorPlugin plugin : plugins) {
            if (plugin.settings().isConfigured(settings)) {
                OverallStatus status = checkVendor(plugin, checkListener);
                worst = status.compareTo(worst) > 0 ? status : worst;
            } else {
                checkListener.onCheck(CheckResult.skipped(
                        plugin.name(),
                        "settings",
                        "not configured",
                        "to use it, set " + String.join(", ", plugin.settings().required())));
            }
        }
        return worst;
    }

    private OverallStatus checkVendor(VendorPlugin plugin, CheckListener checkListener)
            throws IOException, InterruptedException {
        List<String> problems = plugin.settings().problems(settings);
        for (String problem : problems) {
            checkListener.onCheck(CheckResult.failedSettings(plugin.name(), problem));
        }
        if (!problems.isEmpty()) {
            return OverallStatus.MISCONFIGURED;
        }
        Optional<HealthCheckTarget> target;
        try {
            target = plugin.healthChecks().map(Supplier::get);
        } catch (SettingsException e) {
            checkListener.onCheck(CheckResult.failedSettings(plugin.name(), String.valueOf(e.getMessage())));
            return OverallStatus.MISCONFIGURED;
        }
        checkListener.onCheck(CheckResult.ok(plugin.name(), "settings", "all settings are valid", null));
        return target.isEmpty() || new VendorHealthCheck(plugin, target.get(), clock, nanos, checkListener).run()
                ? OverallStatus.HEALTHY
                : OverallStatus.UNHEALTHY;
    }
}
