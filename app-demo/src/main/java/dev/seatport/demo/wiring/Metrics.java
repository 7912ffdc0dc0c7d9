package dev.seatport.demo.wiring;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.events.SchemaDrift;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Metrics of the vendor calls of one component. Disabled until {@link #enable()} is called. */
@Singleton
public final class Metrics {
    private @Nullable PrometheusMeterRegistry registry;

    @Inject
    Metrics() {}

    /** Enables the metrics. Call it before the first vendor is created. */
    public void enable() {
        registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    CallListener callListener() {
        return registry == null ? CallListener.none() : new MicrometerListener(registry);
    }

    /** Returns all meters in the text format of Prometheus (version 0.0.4). */
    public String prometheus() {
        return registry == null ? "" : registry.scrape();
    }

    /** Returns one line per meter; empty if no request was sent. */
    public List<String> summary() {
        List<Meter> meters = registry == null ? List.of() : registry.getMeters();
        return meters.stream()
                .sorted(Comparator.comparing(meter -> meter.getId().toString()))
                .map(Metrics::line)
                .toList();
    }

    private static String line(Meter meter) {
        StringBuilder line = new StringBuilder(meter.getId().getName());
        meter.getId().getTags().forEach(tag -> line.append(' ').append(tag.getValue()));
        if (meter instanceof Timer timer) {
            line.append(String.format(
                    Locale.ROOT,
                    ": %d, total %.0f ms, maximum %.0f ms",
                    timer.count(),
                    timer.totalTime(TimeUnit.MILLISECONDS),
                    timer.max(TimeUnit.MILLISECONDS)));
        } else if (meter instanceof Counter counter) {
            line.append(String.format(Locale.ROOT, ": %.0f", counter.count()));
        }
        return line.toString();
    }

    /** Counts calls. Its labels come from closed sets (vendors, operations, outcomes), so the number of series is bounded. */
    private record MicrometerListener(MeterRegistry meters) implements CallListener {
        @Override
        public void requestFinished(
                Vendor vendor, String operation, int status, @Nullable FailureKind failure, Duration took) {
            String outcome = failure == null ? "ok" : failure.name().toLowerCase(Locale.ROOT);
            timer(
                            "seatport.calls",
                            "requests to vendors, by outcome",
                            tags(vendor, operation).and("outcome", outcome))
                    .record(took);
        }

        @Override
        public void retrying(Vendor vendor, String operation, int retry, Duration wait) {
            timer("seatport.retries", "waits before a retry", tags(vendor, operation))
                    .record(wait);
        }

        @Override
        public void throttled(Vendor vendor, String operation, Duration wait) {
            timer("seatport.throttles", "waits that a vendor's rate limit caused", tags(vendor, operation))
                    .record(wait);
        }

        @Override
        public void drifted(Vendor vendor, String operation, SchemaDrift schemaDrift) {
            driftedAgain(vendor, operation, schemaDrift, 1);
        }

        @Override
        public void driftedAgain(Vendor vendor, String operation, SchemaDrift schemaDrift, long times) {
            counter(
                            "seatport.drift",
                            "differences of responses from the documented schema",
                            tags(vendor, operation).and("kind", schemaDrift.what()))
                    .increment((double) times);
        }

        @Override
        public void duplicateRowDropped(Vendor vendor, String operation) {
            counter("seatport.rows.repeated", "rows that a vendor sent twice", tags(vendor, operation))
                    .increment();
        }

        private Timer timer(String name, String description, Tags tags) {
            return Timer.builder(name).description(description).tags(tags).register(meters);
        }

        private Counter counter(String name, String description, Tags tags) {
            return Counter.builder(name).description(description).tags(tags).register(meters);
        }

        private static Tags tags(Vendor vendor, String operation) {
            return Tags.of("vendor", vendor.toString(), "operation", operation);
        }
    }
}
