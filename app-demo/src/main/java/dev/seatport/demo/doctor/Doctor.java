package dev.seatport.demo.doctor;

import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.SettingsException;
import dev.seatport.demo.config.VendorSettingsValidator;
import jakarta.inject.Provider;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/** Checks all vendors in alphabetical order. A failure of one vendor does not stop the others. */
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
     * @param vendors the settings of each vendor, by vendor name
     * @param targets the targets by vendor name; created only if the settings of the vendor are valid
     */
    public OverallStatus checkAll(
            Map<String, VendorSettingsValidator> vendors,
            Map<String, Provider<HealthCheckTarget>> targets,
            CheckListener checkListener)
            throws IOException, InterruptedException {
        OverallStatus worst = OverallStatus.UNCONFIGURED;
        for (String vendor : new TreeSet<>(vendors.keySet())) {
            VendorSettingsValidator vendorSettings = Objects.requireNonNull(vendors.get(vendor));
            if (vendorSettings.isUnset(settings)) {
                checkListener.onCheck(CheckResult.skipped(
                        vendor,
                        "settings",
                        "not configured",
                        "to use it, set " + String.join(", ", vendorSettings.required())));
            } else {
                OverallStatus status =
                        checkVendor(vendor, vendorSettings, Objects.requireNonNull(targets.get(vendor)), checkListener);
                worst = status.compareTo(worst) > 0 ? status : worst;
            }
        }
        return worst;
    }

    private OverallStatus checkVendor(
            String vendor,
            VendorSettingsValidator vendorSettings,
            Provider<HealthCheckTarget> provider,
            CheckListener checkListener)
            throws IOException, InterruptedException {
        boolean usable = true;
        for (String problem : vendorSettings.problems(settings)) {
            usable = false;
            checkListener.onCheck(failedSettings(vendor, problem));
        }
        if (!usable) {
            return OverallStatus.MISCONFIGURED;
        }
        HealthCheckTarget target;
        try {
            target = provider.get();
        } catch (SettingsException e) {
            checkListener.onCheck(failedSettings(vendor, String.valueOf(e.getMessage())));
            return OverallStatus.MISCONFIGURED;
        }
        checkListener.onCheck(CheckResult.ok(vendor, "settings", "all settings are valid", null));
        return new VendorHealthCheck(vendor, target, clock, nanos, checkListener).run()
                ? OverallStatus.HEALTHY
                : OverallStatus.UNHEALTHY;
    }

    /** Splits the message of a {@link SettingsException} into the problem and the allowed values. */
    private static CheckResult failedSettings(String vendor, String message) {
        int allowed = message.indexOf("; allowed values: ");
        return allowed < 0
                ? CheckResult.failed(vendor, "settings", message, "correct the setting")
                : CheckResult.failed(vendor, "settings", message.substring(0, allowed), message.substring(allowed + 2));
    }
}
