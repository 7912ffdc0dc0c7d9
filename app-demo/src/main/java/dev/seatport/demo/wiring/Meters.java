package dev.seatport.demo.wiring;

import dev.seatport.ports.watch.VendorWatcher;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What was counted on the way to the vendors, in the life of one component: nothing, unless {@link #count()} was called before the
 * first vendor was made.
 */
@Singleton
public final class Meters {
    private @Nullable PrometheusMeterRegistry registry;

    @Inject
    Meters() {}

    /** From now on. */
    public void count() {
        registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    VendorWatcher watcher() {
        return registry == null ? VendorWatcher.none() : new MeterWatcher(registry);
    }

    /** All of it in the text format of Prometheus (version 0.0.4). */
    public String prometheus() {
        return registry == null ? "" : registry.scrape();
    }

    /** All of it for people, one line per meter; empty if nothing was sent. */
    public List<String> summary() {
        List<Meter> meters = registry == null ? List.of() : registry.getMeters();
        return meters.stream()
                .sorted(Comparator.comparing(meter -> meter.getId().toString()))
                .map(Meters::line)
                .toList();
    }

    private static String line(Meter meter) {
        StringBuilder line = new StringBuilder(meter.getId().getName());
        meter.getId().getTags().forEach(tag -> line.append(' ').append(tag.getValue()));
        if (meter instanceof Timer timer) {
            line.append(String.format(
                    Locale.ROOT,
                    ": %d, %.0f ms in all, %.0f ms at most",
                    timer.count(),
                    timer.totalTime(TimeUnit.MILLISECONDS),
                    timer.max(TimeUnit.MILLISECONDS)));
        } else if (meter instanceof Counter counter) {
            line.append(String.format(Locale.ROOT, ": %.0f", counter.count()));
        }
        return line.toString();
    }
}
