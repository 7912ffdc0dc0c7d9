package dev.seatport.demo.doctor;

import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.SettingsException;
import dev.seatport.demo.config.VendorSettings;
import jakarta.inject.Provider;
import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/** Checks vendor after vendor, and goes on where one is in a bad way. */
public final class Doctor {
    private final Settings settings;
    private final InstantSource clock;
    private final LongSupplier nanos;

    /** A doctor. */
    public Doctor(Settings settings, InstantSource clock, LongSupplier nanos) {
        this.settings = settings;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Takes checks as they are made. */
    public interface CheckListener {
        void take(Check check) throws IOException;
    }

    /** How it all stands. */
    public enum OverallStatus {
        /** What is configured works, though perhaps not for long. */
        WELL,
        /** No vendor is configured. */
        UNCONFIGURED,
        /** Settings are missing or cannot be used. */
        MISCONFIGURED,
        /** The settings can be used, and something does not work. */
        ILL
    }

    /**
     * Checks all vendors.
     *
     * @param known what each vendor wants to be set, by its name
     * @param patients the vendors, by the same names; asked for only where their settings can be used
     */
    public OverallStatus examine(
            Map<String, VendorSettings> known,
            Map<String, Provider<HealthCheckTarget>> patients,
            CheckListener checkListener)
            throws IOException, InterruptedException {
        Set<OverallStatus> verdicts = EnumSet.noneOf(OverallStatus.class);
        for (String vendor : new TreeSet<>(known.keySet())) {
            VendorSettings wanted = Objects.requireNonNull(known.get(vendor));
            if (wanted.absent(settings)) {
                checkListener.take(Check.skipped(
                        vendor,
                        "settings",
                        "not configured",
                        "to use it, set " + String.join(", ", wanted.required())));
            } else {
                verdicts.add(examine(vendor, wanted, Objects.requireNonNull(patients.get(vendor)), checkListener));
            }
        }
        if (verdicts.isEmpty()) {
            return OverallStatus.UNCONFIGURED;
        }
        // Settings come first: with others, all else may be different.
        return verdicts.contains(OverallStatus.MISCONFIGURED) ? OverallStatus.MISCONFIGURED : worst(verdicts);
    }

    private static OverallStatus worst(Set<OverallStatus> verdicts) {
        return verdicts.contains(OverallStatus.ILL) ? OverallStatus.ILL : OverallStatus.WELL;
    }

    private OverallStatus examine(
            String vendor, VendorSettings wanted, Provider<HealthCheckTarget> patient, CheckListener checkListener)
            throws IOException, InterruptedException {
        boolean usable = true;
        for (String complaint : wanted.complaints(settings)) {
            usable = false;
            checkListener.take(complaint(vendor, complaint));
        }
        if (!usable) {
            return OverallStatus.MISCONFIGURED;
        }
        HealthCheckTarget opened;
        try {
            opened = patient.get();
        } catch (SettingsException e) {
            checkListener.take(complaint(vendor, String.valueOf(e.getMessage())));
            return OverallStatus.MISCONFIGURED;
        }
        checkListener.take(Check.ok(vendor, "settings", "all can be used", null));
        return new VendorHealthCheck(vendor, opened, clock, nanos, checkListener).run()
                ? OverallStatus.WELL
                : OverallStatus.ILL;
    }

    /** A complaint says what is wrong, and behind that what would be legal. */
    private static Check complaint(String vendor, String complaint) {
        int legal = complaint.indexOf("; legal: ");
        return legal < 0
                ? Check.failed(vendor, "settings", complaint, "change it")
                : Check.failed(vendor, "settings", complaint.substring(0, legal), complaint.substring(legal + 2));
    }
}
