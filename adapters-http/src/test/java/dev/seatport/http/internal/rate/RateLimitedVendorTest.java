package dev.seatport.http.internal.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.http.support.HandClockwork;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a vendor that takes fifty requests a second and says so only by refusing sees of eight workers with two thousand requests. */
class RateLimitedVendorTest {
    private static final int WORKERS = 8;
    private static final int REQUESTS = 2_000;
    private static final int LIMIT = 50;

    private final HandClockwork time = new HandClockwork();
    private final VendorGate gate =
            new VendorGate(time, time, new AdaptiveRate(Double.POSITIVE_INFINITY, time.nanos()));
    private int left = REQUESTS;
    private int refusals;

    /** How a vendor counts. */
    private interface Counter {
        boolean takes(long now);
    }

    private static final class TokenBucket implements Counter {
        private final double depth;
        private double tokens;
        private long filled;

        TokenBucket(double depth, long now) {
            this.depth = depth;
            this.tokens = depth;
            this.filled = now;
        }

        @Override
        public boolean takes(long now) {
            tokens = Math.min(depth, tokens + (now - filled) * LIMIT / 1e9);
            filled = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }

    private static final class FixedWindow implements Counter {
        private final long length;
        private long window = Long.MIN_VALUE;
        private int count;

        FixedWindow(Duration length) {
            this.length = length.toNanos();
        }

        @Override
        public boolean takes(long now) {
            if (Math.floorDiv(now, length) != window) {
                window = Math.floorDiv(now, length);
                count = 0;
            }
            count++;
            return count <= LIMIT * length / 1_000_000_000L;
        }
    }

    private static Counter counter(String name, long now) {
        return switch (name) {
            case "shallow bucket" -> new TokenBucket(5, now);
            case "bucket" -> new TokenBucket(LIMIT, now);
            default -> new FixedWindow(Duration.ofSeconds(1));
        };
    }

    private void work(Counter vendor, RandomGenerator chance) {
        if (left == 0) {
            return;
        }
        gate.pass().subscribe().with(sentAt -> {
            boolean taken = vendor.takes(time.nanos());
            Duration took = Duration.ofMillis(10 + chance.nextInt(50));
            time.after(took, () -> {
                if (taken) {
                    left--;
                    gate.accepted();
                } else {
                    refusals++;
                    gate.refused(sentAt, Duration.ofNanos(chance.nextLong(1_000_000_000L)), false);
                }
                work(vendor, chance);
            });
        });
    }

    @ParameterizedTest
    @CsvSource({
        "shallow bucket,1",
        "shallow bucket,2",
        "shallow bucket,3",
        "shallow bucket,4",
        "shallow bucket,5",
        "bucket,1",
        "bucket,2",
        "bucket,3",
        "bucket,4",
        "bucket,5",
        "window of a second,1",
        "window of a second,2",
        "window of a second,3",
        "window of a second,4",
        "window of a second,5"
    })
    void isAskedForAtLeastNineTenthsOfItsLimitAndRefusesHardlyAnything(String kind, long seed) {
        Counter vendor = counter(kind, time.nanos());
        RandomGenerator chance = new Random(seed);
        long begun = time.nanos();
        for (int i = 0; i < WORKERS; i++) {
            work(vendor, chance);
        }
        while (left > 0 && time.step()) {
            assertThat(time.nanos() - begun)
                    .as("time")
                    .isLessThan(Duration.ofMinutes(10).toNanos());
        }
        double used = REQUESTS / ((time.nanos() - begun) / 1e9) / LIMIT;
        double refused = refusals / (double) (REQUESTS + refusals);
        assertThat(left).isLessThanOrEqualTo(0);
        assertThat(used).as("share of the limit").isGreaterThanOrEqualTo(0.9);
        assertThat(refused).as("share of refusals").isLessThanOrEqualTo(0.03);
    }
}
