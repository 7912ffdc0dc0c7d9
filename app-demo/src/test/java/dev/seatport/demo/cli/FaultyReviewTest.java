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

/** Every fifth answer of both vendors is spoilt, and then the result is balanced with what is true. */
@Tag("slow")
class FaultyReviewTest {
    private static final String ANYBODYS = "path=tenant-seats+product-seats+licenses";

    /** What is tried again until it is well, never more than two faults in a row. */
    private static final String PASSING = "in-a-row=2; 503:share=0.06; 500:share=0.02; reset:at=0,share=0.02;"
            + " reset:at=200,share=0.03; close:at=300,share=0.03; truncate:share=0.04; duplicate-row:path=customers";

    /** Some of what is asked about a customer is never answered. */
    private static final String LASTING = "in-a-row=2; 403:" + ANYBODYS + ",share=0.05,in-a-row=9;"
            + " json-cut:" + ANYBODYS + ",share=0.03,in-a-row=9; html:" + ANYBODYS + ",share=0.02,in-a-row=9;"
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
    void everyRowIsThereIfEveryFaultPasses(int seed) {
        try (Sandbox sandbox = fleet(60)) {
            CommandResult commandResult = review(sandbox, "seed=" + seed + "; " + PASSING);

            ReviewAudit books = ReviewAudit.balanced(sandbox.fleet(), commandResult.json());
            assertThat(books.missing()).as(commandResult.err()).isZero();
            assertThat(commandResult.code()).isZero();
            assertThat(sandbox.statistics().total().faultsInAll()).isGreaterThan(30);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {41, 42, 43})
    void everyRowThatCannotBeHadIsNamed(int seed) {
        try (Sandbox sandbox = fleet(60)) {
            CommandResult commandResult = review(sandbox, "seed=" + seed + "; " + LASTING);

            ReviewAudit books = ReviewAudit.balanced(sandbox.fleet(), commandResult.json());
            assertThat(books.missing()).isPositive();
            assertThat(books.rows()).isGreaterThan(100);
            assertThat(commandResult.code()).isEqualTo(4);
        }
    }

    @Test
    void customersBehindAListingThatBreaksOffAreNamedTogether() {
        try (Sandbox sandbox = fleet(230)) {
            CommandResult commandResult = review(sandbox, "403:path=customers,vendor=avepoint,page=3");

            ReviewAudit books = ReviewAudit.balanced(sandbox.fleet(), commandResult.json());
            assertThat(books.missing()).isEqualTo(30);
            assertThat(commandResult.code()).isEqualTo(4);
        }
    }

    @Test
    void licensesOfTenantsThatNobodyListedAreNamed() {
        try (Sandbox sandbox = fleet(60)) {
            CommandResult commandResult = review(sandbox, "403:path=customers,vendor=c3");

            ReviewAudit books = ReviewAudit.balanced(sandbox.fleet(), commandResult.json());
            assertThat(books.missing()).isPositive();
            assertThat(commandResult.code()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @Tag("soak")
    @ValueSource(ints = {51, 52, 53, 54, 55})
    void aLargeFleet(int seed) {
        for (String plan : new String[] {PASSING, LASTING}) {
            long start = System.nanoTime();
            try (Sandbox sandbox = fleet(2_000)) {
                CommandResult commandResult = review(sandbox, "seed=" + seed + "; " + plan);

                ReviewAudit books = ReviewAudit.balanced(sandbox.fleet(), commandResult.json());
                System.out.printf(
                        "review soak: seed %d, %d faults, %d rows, %d missing and named, exit code %d, %d s%n",
                        seed,
                        sandbox.statistics().total().faultsInAll(),
                        books.rows(),
                        books.missing(),
                        commandResult.code(),
                        Duration.ofNanos(System.nanoTime() - start).toSeconds());
            }
        }
    }
}
