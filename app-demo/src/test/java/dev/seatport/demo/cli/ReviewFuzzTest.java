package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Reviews of randomly corrupted responses, from a seed. No review that is reported as complete differs from the fleet, and none ends with
 * an internal error.
 */
@Tag("slow")
class ReviewFuzzTest {
    private static final int CUSTOMERS = 40;
    private static final int CONCURRENT_REVIEWS = 8;
    /** First seed of the long run, whose seeds differ from those of the short run. */
    private static final long FIRST_SEED = 1_000;

    private static List<ResponseSpoiler> kinds() {
        String wanted = System.getProperty("seatport.fuzz.kinds", "");
        return Arrays.stream(ResponseSpoiler.values())
                .filter(kind ->
                        wanted.isEmpty() || List.of(wanted.split(",", -1)).contains(kind.name()))
                .toList();
    }

    /** Audits a review per seed and returns the failures. Runs several at the same time, because reviews mostly wait. */
    private static List<String> audited(LongStream seeds) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(CONCURRENT_REVIEWS);
        try {
            List<Callable<SpoiledReview>> reviews = new ArrayList<>();
            seeds.forEach(seed -> reviews.add(() -> {
                try (Sandbox sandbox = Sandbox.start(
                        SandboxOptions.defaults().withCustomers(CUSTOMERS).withSeed(seed))) {
                    return SpoiledReview.fromSeed(sandbox, seed, kinds()).audit();
                }
            }));
            List<String> failures = new ArrayList<>();
            for (Future<SpoiledReview> review : workers.invokeAll(reviews)) {
                try {
                    review.get();
                } catch (ExecutionException e) {
                    failures.add(String.valueOf(e.getCause()));
                }
            }
            return failures;
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    void noCompleteReviewDiffersFromTheFleet() throws InterruptedException {
        assertThat(audited(LongStream.range(0, 24))).isEmpty();
    }

    @Test
    @Tag("soak")
    void noneOfTwoThousandDiffersFromTheFleet() throws InterruptedException {
        long start = System.nanoTime();
        int reviews = Integer.getInteger("seatport.fuzz.reviews", 2_000);
        List<String> failures = audited(LongStream.range(FIRST_SEED, FIRST_SEED + reviews));
        System.out.printf(
                "review fuzz: %d reviews of %d customers, %d failures, %d s%n",
                reviews, CUSTOMERS, failures.size(), (System.nanoTime() - start) / 1_000_000_000L);
        assertThat(failures).isEmpty();
    }
}
