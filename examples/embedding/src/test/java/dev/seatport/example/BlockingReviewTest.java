package dev.seatport.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.review.Completeness;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    private final Vertx vertx = Vertx.vertx();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(40));
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @AfterEach
    void closeAll() {
        executor.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        sandbox.close();
    }

    private Future<Completeness> begin(Map<String, String> environment) {
        ConnectedVendors vendors = ConnectedVendors.connect(vertx, Accounts.of(environment));
        return BlockingReview.begin(executor, vendors.review(), ConnectedVendors.everybody(), lines::add);
    }

    @Test
    void tellsWhatIsWrongAndHowCompleteThatIs() throws Exception {
        Completeness completeness = begin(SandboxedVendors.environment(sandbox)).get(30, TimeUnit.SECONDS);

        assertThat(completeness.text()).isEqualTo("40 of 40 customers complete");
        assertThat(lines).anyMatch(line -> line.endsWith(" short")).noneMatch(line -> line.startsWith("not read"));
    }

    @Test
    void failsAsTheVendorDid() {
        Map<String, String> environment = new HashMap<>(SandboxedVendors.environment(sandbox));
        environment.put("AVEPOINT_CLIENT_SECRET", "wrong");

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> begin(environment).get(30, TimeUnit.SECONDS))
                .withCauseInstanceOf(VendorException.class);
        assertThat(lines).isEmpty();
    }

    @Test
    void cancelsTheReviewWithTheFuture() throws Exception {
        TenantsWithoutEnd review = new TenantsWithoutEnd();

        Future<Completeness> begun =
                BlockingReview.begin(executor, request -> review, ConnectedVendors.everybody(), lines::add);
        assertThat(begun.cancel(true)).isTrue();
        executor.shutdown();

        assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(List.of(review.told.get() == 0, review.cancelled.isDone()))
                .as("not begun, or cancelled")
                .contains(true);
    }
}
