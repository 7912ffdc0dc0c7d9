package dev.seatport.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seatport.ports.failure.VendorException;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewSummary;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import io.vertx.core.Vertx;
import java.io.StringWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BlockingReviewTest {
    private static final ReviewOutputHeader HEADER = BlockingReview.header(Instant.parse("2026-11-30T06:00:00Z"));

    private final Vertx vertx = Vertx.vertx();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(40));
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final StringWriter page = new StringWriter();

    @AfterEach
    void closeAll() {
        executor.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        sandbox.close();
    }

    private Future<ReviewSummary> start(Map<String, String> environment) {
        ConnectedVendors vendors = ConnectedVendors.connect(vertx, Accounts.of(environment));
        return BlockingReview.start(executor, vendors.review(), ConnectedVendors.allCustomers(), HEADER, page);
    }

    @Test
    void writesFindingsAndCompleteness() throws Exception {
        ReviewSummary summary = start(SandboxedVendors.environment(sandbox)).get(30, TimeUnit.SECONDS);

        assertThat(summary.text()).isEqualTo("40 of 40 customers complete");
        assertThat(page.toString())
                .startsWith("<!DOCTYPE html>")
                .contains("40 of 40 customers complete", " short</bdi>")
                .endsWith("</html>\n");
    }

    @Test
    void failsWithTheFailureOfTheVendor() {
        Map<String, String> environment = new HashMap<>(SandboxedVendors.environment(sandbox));
        environment.put("AVEPOINT_CLIENT_SECRET", "wrong");

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> start(environment).get(30, TimeUnit.SECONDS))
                .withCauseInstanceOf(VendorException.class);
        assertThat(page.toString()).isEmpty();
    }

    @Test
    void cancellingTheFutureCancelsTheReview() throws Exception {
        EndlessReview review = new EndlessReview();

        Future<ReviewSummary> future =
                BlockingReview.start(executor, request -> review, ConnectedVendors.allCustomers(), HEADER, page);
        assertThat(future.cancel(true)).isTrue();
        executor.shutdown();

        assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(List.of(review.emitted.get() == 0, review.cancelled.isDone()))
                .as("not started, or cancelled")
                .contains(true);
    }
}
