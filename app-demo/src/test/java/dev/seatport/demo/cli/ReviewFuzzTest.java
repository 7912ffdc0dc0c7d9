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
 * Reviews of responses that are spoilt at random, from a seed: no review that is called complete differs from what the fleet holds, and
 * none ends as a bug.
 */
@Tag("slow")
class ReviewFuzzTest {
    private static final int CUSTOMERS = 40;
    private static final int AT_ONCE = 8;
    /** Of the long run: none of the short one. */
    private static final long FIRST_SEED = 1_000;

    private static List<ResponseSpoiler> kinds() {
        String wanted = System.getProperty("seatport.fuzz.kinds", "");
        return Arrays.stream(ResponseSpoiler.values())
                .filter(kind ->
                        wanted.isEmpty() || List.of(wanted.split(",", -1)).contains(kind.name()))
                .toList();
    }

    /** The failures; the reviews wait most of the time, so several run at once. */
    private static List<String> audited(LongStream seeds) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<SpoiledReview>> reviews = new ArrayList<>();
            seeds.forEach(seed -> reviews.add(() -> {
                try (Sandbox sandbox = Sandbox.start(
                        SandboxOptions.defaults().withCustomers(CUSTOMERS).withSeed(seed))) {
                    return SpoiledReview.drawn(sandbox, seed, kinds()).audit();
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
    void noReviewDiffersFromTheTruthWithoutSayingSo() throws InterruptedException {
        assertThat(audited(LongStream.range(0, 24))).isEmpty();
    }

    @Test
    @Tag("soak")
    void noneOfTwoThousandDoes() throws InterruptedException {
        long start = System.nanoTime();
        int reviews = Integer.getInteger("seatport.fuzz.reviews", 2_000);
        List<String> failures = audited(LongStream.range(FIRST_SEED, FIRST_SEED + reviews));
        System.out.printf(
                "review fuzz: %d reviews of %d customers, %d failures, %d s%n",
                reviews, CUSTOMERS, failures.size(), (System.nanoTime() - start) / 1_000_000_000L);
        assertThat(failures).isEmpty();
    }
}
