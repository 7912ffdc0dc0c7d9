package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.FaultPlan;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reviews with faults in about every fifth response. An audit compares the result with the fleet. */
@Tag("slow")
class FaultyReviewTest {
    private static final String CUSTOMER_REQUESTS = "path=tenant-seats+product-seats+licenses";

    /** Faults that retries overcome: at most two in a row. */
    private static final String TRANSIENT = "in-a-row=2; 503:share=0.06; 500:share=0.02; reset:at=0,share=0.02;"
            + " reset:at=200,share=0.03; close:at=300,share=0.03; truncate:share=0.04; duplicate-row:path=customers";

    /** Faults that last: some requests about a customer never succeed. */
    private static final String PERMANENT = "in-a-row=2; 403:" + CUSTOMER_REQUESTS + ",share=0.05,in-a-row=9;"
            + " json-cut:" + CUSTOMER_REQUESTS + ",share=0.03,in-a-row=9; html:" + CUSTOMER_REQUESTS
            + ",share=0.02,in-a-row=9;"
            + " 503:share=0.06; truncate:share=0.04";

    private static CommandResult review(Sandbox sandbox, String plan) {
        sandbox.faults(FaultPlan.parse(plan));
        return SandboxedShell.of(sandbox).run("review", "--format", "json");
    }

    private static Sandbox fleet(int customers) {
        return Sandbox.start(SandboxOptions.defaults().withCustomers(customers));
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 32, 33})
    void everyRowIsPrintedIfRetriesOvercomeAllFaults(int seed) {
        try (Sandbox sandbox = fleet(60)) {
            CommandResult commandResult = review(sandbox, "seed=" + seed + "; " + TRANSIENT);

            ReviewAudit audit = ReviewAudit.balanced(sandbox.fleet(), commandResult.json());
            assertThat(audit.missing()).as(commandResult.err()).isZero();
            assertThat(commandResult.code()).isZero();
            assertThat(sandbox.statistics().total().totalFaults()).isGreaterThan(30);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {41, 42, 43})
    void everyMissingRowIsNamed(int seed) {
        try (Sandbox sandbox = fleet(60)) {
            CommandResult commandResult = review(sandbox, "seed=" + seed + "; " + PERMANENT);

            ReviewAudit audit = ReviewAudit.balanced(sandbox.fleet(), commandResult.json());
            assertThat(audit.missing()).isPositive();
            assertThat(audit.rows()).isGreaterThan(100);
            assertThat(commandResult.code()).isEqualTo(4);
        }
    }

    @Test
    void customersAfterAFailedPageAreReportedAsOneGap() {
        try (Sandbox sandbox = fleet(230)) {
            CommandResult commandResult = review(sandbox, "403:path=customers,vendor=avepoint,page=3");

            ReviewAudit audit = ReviewAudit.balanced(sandbox.fleet(), commandResult.json());
            assertThat(audit.missing()).isEqualTo(30);
            assertThat(commandResult.code()).isEqualTo(4);
        }
    }

    @Test
    void licensesOfUnlistedTenantsAreNamed() {
        try (Sandbox sandbox = fleet(60)) {
            CommandResult commandResult = review(sandbox, "403:path=customers,vendor=c3");

            ReviewAudit audit = ReviewAudit.balanced(sandbox.fleet(), commandResult.json());
            assertThat(audit.missing()).isPositive();
            assertThat(commandResult.code()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @Tag("soak")
    @ValueSource(ints = {51, 52, 53, 54, 55})
    void aLargeFleet(int seed) {
        for (String plan : new String[] {TRANSIENT, PERMANENT}) {
            long start = System.nanoTime();
            try (Sandbox sandbox = fleet(2_000)) {
                CommandResult commandResult = review(sandbox, "seed=" + seed + "; " + plan);

                ReviewAudit audit = ReviewAudit.balanced(sandbox.fleet(), commandResult.json());
                System.out.printf(
                        "review soak: seed %d, %d faults, %d rows, %d missing and named, exit code %d, %d s%n",
                        seed,
                        sandbox.statistics().total().totalFaults(),
                        audit.rows(),
                        audit.missing(),
                        commandResult.code(),
                        Duration.ofNanos(System.nanoTime() - start).toSeconds());
            }
        }
    }
}
