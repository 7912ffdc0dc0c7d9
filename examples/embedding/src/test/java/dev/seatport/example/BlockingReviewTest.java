package dev.seatport.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seatport.ports.failure.VendorException;
import dev.seatport.reports.review.ReviewHeader;
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
    private static final ReviewHeader HEADER = BlockingReview.header(Instant.parse("2026-11-30T06:00:00Z"));

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

    private Future<ReviewSummary> begin(Map<String, String> environment) {
        ConnectedVendors vendors = ConnectedVendors.connect(vertx, Accounts.of(environment));
        return BlockingReview.begin(executor, vendors.review(), ConnectedVendors.everybody(), HEADER, page);
    }

    @Test
    void tellsWhatIsWrongAndHowCompleteThatIs() throws Exception {
        ReviewSummary summary = begin(SandboxedVendors.environment(sandbox)).get(30, TimeUnit.SECONDS);

        assertThat(summary.text()).isEqualTo("40 of 40 customers complete");
        assertThat(page.toString())
                .startsWith("<!DOCTYPE html>")
                .contains("40 of 40 customers complete", " short</bdi>")
                .endsWith("</html>\n");
    }

    @Test
    void failsAsTheVendorDid() {
        Map<String, String> environment = new HashMap<>(SandboxedVendors.environment(sandbox));
        environment.put("AVEPOINT_CLIENT_SECRET", "wrong");

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> begin(environment).get(30, TimeUnit.SECONDS))
                .withCauseInstanceOf(VendorException.class);
        assertThat(page.toString()).isEmpty();
    }

    @Test
    void cancelsTheReviewWithTheFuture() throws Exception {
        TenantsWithoutEnd review = new TenantsWithoutEnd();

        Future<ReviewSummary> begun =
                BlockingReview.begin(executor, request -> review, ConnectedVendors.everybody(), HEADER, page);
        assertThat(begun.cancel(true)).isTrue();
        executor.shutdown();

        assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(List.of(review.told.get() == 0, review.cancelled.isDone()))
                .as("not begun, or cancelled")
                .contains(true);
    }
}
