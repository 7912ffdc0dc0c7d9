package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.http.internal.resilience.SimulatedWorkload.Latency;
import dev.seatport.http.internal.resilience.SimulatedWorkload.Limiter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Simulates eight workers against a vendor with an unknown limit: at least 2000 requests or 40 seconds. The bounds must hold for every
 * seed.
 */
@Tag("slow")
class RateLimitedVendorTest {
    private static final int SEEDS = 16;
    private static final int REQUESTS = 2_000;
    private static final int SECONDS = 40;
    private static final Latency SHORT = new Latency(5, 15);
    private static final Latency LONG = new Latency(5, 100);

    /** One limit, with or without {@code Retry-After}. */
    record Case(double perSecond, boolean sendsRetryAfter, Latency latency) {
        Stream<SimulatedWorkload> runs(Limiter limiter) {
            return LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> {
                SimulatedWorkload simulatedWorkload = new SimulatedWorkload(limiter, sendsRetryAfter, latency, seed);
                long requests = Math.max(REQUESTS, Math.round(SECONDS * perSecond));
                assertThat(simulatedWorkload.run(requests)).isTrue();
                assertThat(simulatedWorkload.accepted() + simulatedWorkload.failed())
                        .as("completed, seed %s", seed)
                        .isEqualTo(requests);
                return simulatedWorkload;
            });
        }

        double reachable() {
            return Math.min(perSecond, SimulatedWorkload.maxRequestsPerSecond(latency));
        }
    }

    static final List<Case> CASES = Stream.of(true, false)
            .flatMap(sendsRetryAfter -> Stream.of(
                    new Case(5, sendsRetryAfter, SHORT),
                    new Case(5, sendsRetryAfter, LONG),
                    new Case(50, sendsRetryAfter, SHORT),
                    new Case(50, sendsRetryAfter, LONG),
                    new Case(500, sendsRetryAfter, SHORT)))
            .toList();

    private static void check(String kind, Case one, Limiter limiter, double used, double usedLater, double refused) {
        List<SimulatedWorkload> runs = one.runs(limiter).toList();
        double least =
                runs.stream().mapToDouble(SimulatedWorkload::perSecond).min().orElseThrow() / one.reachable();
        double leastLater = runs.stream()
                        .mapToDouble(SimulatedWorkload::perSecondLater)
                        .min()
                        .orElseThrow()
                / one.reachable();
        double most =
                runs.stream().mapToDouble(SimulatedWorkload::refusedShare).max().orElseThrow();
        long failed = runs.stream().mapToLong(SimulatedWorkload::failed).sum();
        System.out.printf(
                Locale.ROOT,
                "%s of %s: used at least %.1f %%, settled %.1f %%; refused at most %.2f %%; failed %d%n",
                kind,
                one,
                100 * least,
                100 * leastLater,
                100 * most,
                failed);
        assertThat(failed).as("failed calls").isZero();
        assertThat(least).as("share of the limit").isGreaterThanOrEqualTo(used);
        assertThat(leastLater).as("share of the limit after the learning time").isGreaterThanOrEqualTo(usedLater);
        assertThat(most).as("share of refusals").isLessThanOrEqualTo(refused);
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void withABucketOfOneSecondIsUsedNearlyInFull(Case one) {
        check(
                "bucket",
                one,
                (begun, seed) -> SimulatedRateLimit.bucket(one.perSecond(), one.perSecond(), begun),
                0.9,
                0.9,
                0.02);
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void withAShallowBucketIsUsedNearlyInFullOnceItIsKnown(Case one) {
        check(
                "shallow bucket",
                one,
                (begun, seed) -> SimulatedRateLimit.bucket(one.perSecond(), Math.max(5, one.perSecond() / 10), begun),
                0.8,
                0.85,
                0.02);
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void withASlidingSecondIsUsedNearlyInFullOnceItIsKnown(Case one) {
        check(
                "sliding second",
                one,
                (begun, seed) -> SimulatedRateLimit.sliding(one.perSecond(), Duration.ofSeconds(1)),
                0.8,
                0.85,
                0.02);
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void withWindowsOfASecondIsUsedNearlyInFullOnceItIsKnown(Case one) {
        check(
                "window of a second",
                one,
                (begun, seed) -> SimulatedRateLimit.fixed(one.perSecond(), Duration.ofSeconds(1), seed * 61_803_398L),
                0.8,
                0.83,
                0.02);
    }

    /** After a window is used up, each probe for its end is refused. With a small limit, probes are a notable share. */
    @ParameterizedTest
    @FieldSource("CASES")
    void withLongWindowsIsMostlyUsed(Case one) {
        check(
                "window of ten seconds",
                one,
                (begun, seed) -> SimulatedRateLimit.fixed(one.perSecond(), Duration.ofSeconds(10), seed * 618_033_989L),
                0.8,
                0,
                one.perSecond() < 10 ? 0.04 : 0.02);
    }

    static Stream<Arguments> minutes() {
        return Stream.of(true, false)
                .flatMap(sendsRetryAfter -> Stream.of(30, 60, 100, 600)
                        .flatMap(limit -> Stream.of(SHORT, LONG)
                                .flatMap(latency -> Stream.of(2, 8)
                                        .map(workers -> Arguments.of(limit, sendsRetryAfter, latency, workers)))));
    }

    /**
     * A refused call waits for the next window within its deadline. Most refusals are the burst at the start and the probes for the end
     * of a window.
     */
    @ParameterizedTest
    @MethodSource("minutes")
    void withWindowsOfAMinuteLosesNoCallAndIsUsedNearlyInFull(
            int limit, boolean sendsRetryAfter, Latency latency, int workers) {
        double perSecond = limit / 60.0;
        int requests = 12 * limit;
        for (long seed = 1; seed <= SEEDS; seed++) {
            SimulatedWorkload simulatedWorkload = new SimulatedWorkload(
                    (begun, offset) -> SimulatedRateLimit.fixed(
                            perSecond, Duration.ofMinutes(1), Math.floorMod(offset * 4_327_000_000L, 60_000_000_000L)),
                    sendsRetryAfter,
                    latency,
                    seed,
                    workers);
            assertThat(simulatedWorkload.run(requests)).isTrue();
            assertThat(simulatedWorkload.failed())
                    .as("calls that failed, seed %s", seed)
                    .isZero();
            assertThat(simulatedWorkload.perSecond() / perSecond)
                    .as("share of the limit, seed %s", seed)
                    .isGreaterThanOrEqualTo(0.9);
            assertThat(simulatedWorkload.refusedShare())
                    .as("share of refusals, seed %s", seed)
                    .isLessThanOrEqualTo(limit < 60 ? 0.25 : 0.15);
        }
    }

    /** 75 calls to a vendor with 60 requests a minute: the last ones succeed in the second minute. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 20, 40, 58, 59})
    void withASmallReviewThatStartsAnywhereInAMinuteLosesNoCall(int begunAt) {
        SimulatedWorkload simulatedWorkload = new SimulatedWorkload(
                (begun, seed) -> SimulatedRateLimit.fixed(
                        1, Duration.ofMinutes(1), Duration.ofSeconds(begunAt).toNanos() - begun),
                false,
                SHORT,
                begunAt);
        assertThat(simulatedWorkload.run(75)).isTrue();
        assertThat(simulatedWorkload.failed()).isZero();
        assertThat(simulatedWorkload.seconds()).isLessThan(100);
    }

    static Stream<Arguments> refusalTimes() {
        return Stream.of(Arguments.of(0.0), Arguments.of(0.3), Arguments.of(5.0));
    }

    /** Bounds the delay after a refusal that has nothing to do with the rate. */
    @ParameterizedTest
    @MethodSource("refusalTimes")
    void isAsFastAsBeforeShortlyAfterASingleRefusal(double seconds) {
        long ends = Math.round(seconds * 1e9);
        long[] lone = {Long.MIN_VALUE};
        SimulatedWorkload undisturbed = new SimulatedWorkload((begun, seed) -> now -> 0, false, SHORT, 1);
        SimulatedWorkload disturbed = new SimulatedWorkload(
                (begun, seed) -> now -> {
                    boolean refuses = lone[0] == Long.MIN_VALUE && now - begun >= ends;
                    lone[0] = refuses ? now : lone[0];
                    return refuses ? 1 : 0;
                },
                true,
                SHORT,
                1);
        assertThat(undisturbed.run(20_000)).isTrue();
        assertThat(disturbed.run(20_000)).isTrue();
        double cost = disturbed.seconds() - undisturbed.seconds();
        System.out.printf(Locale.ROOT, "a lone refusal after %.1f s costs %.2f s%n", seconds, cost);
        assertThat(disturbed.refusedShare()).isLessThan(0.0001);
        assertThat(cost).isLessThan(4);
    }
}
