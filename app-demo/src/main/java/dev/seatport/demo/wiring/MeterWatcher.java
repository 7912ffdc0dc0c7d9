package dev.seatport.demo.wiring;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.watch.Drift;
import dev.seatport.ports.watch.VendorWatcher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Counts what happens on the way to the vendors. Labels come from closed sets only: a vendor, one of its operations, what became of
 * it; so the number of series is bounded, whatever a vendor answers.
 */
final class MeterWatcher implements VendorWatcher {
    private static final String GOOD = "ok";

    private final MeterRegistry meters;

    MeterWatcher(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void exchanged(Vendor vendor, String operation, int status, @Nullable FailureKind failure, Duration took) {
        String outcome = failure == null ? GOOD : failure.name().toLowerCase(Locale.ROOT);
        meters.timer("seatport.calls", tags(vendor, operation).and("outcome", outcome))
                .record(took);
    }

    @Override
    public void retrying(Vendor vendor, String operation, int retry, Duration wait) {
        meters.timer("seatport.retries", tags(vendor, operation)).record(wait);
    }

    @Override
    public void throttled(Vendor vendor, String operation, Duration wait) {
        meters.timer("seatport.throttles", tags(vendor, operation)).record(wait);
    }

    @Override
    public void drifted(Vendor vendor, String operation, Drift drift) {
        driftedAgain(vendor, operation, drift, 1);
    }

    @Override
    public void driftedAgain(Vendor vendor, String operation, Drift drift, long times) {
        meters.counter("seatport.drift", tags(vendor, operation).and("kind", drift.what()))
                .increment((double) times);
    }

    @Override
    public void rowRepeated(Vendor vendor, String operation) {
        meters.counter("seatport.rows.repeated", tags(vendor, operation)).increment();
    }

    private static Tags tags(Vendor vendor, String operation) {
        return Tags.of("vendor", vendor.toString(), "operation", operation);
    }
}
