package com.example.lending.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.freeze.FreezingArchRule;
import dev.seatport.hexagon.Hexagon;
import dev.seatport.hexagon.RuleProof;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The rules of a project that has violations: a frozen store, and exceptions. */
class LendingExistingViolationsTest {
    private static final Hexagon RULES = LendingRulesTest.RULES;

    // begin: exceptions
    private static final Hexagon WITH_EXCEPTIONS = RULES.except(
                    "com.example.lending.domain.loan.Legacy",
                    "immutable-values",
                    "replaced with release 5",
                    LocalDate.of(2027, 3, 31))
            .exceptUse(
                    "com.example.lending.domain.loan.Legacy",
                    "ambient-clock",
                    "Instant.now",
                    "replaced with release 5",
                    LocalDate.of(2027, 3, 31));
    // end: exceptions

    private static final String LEGACY = """
            package com.example.lending.domain.loan;
            class Legacy {
                private int count;
                Object now() {
                    return java.time.Instant.now();
                }
            }
            """;

    @TempDir
    private Path store;

    @BeforeEach
    void allowTheStore() {
        ArchConfiguration.get().setProperty("freeze.store.default.allowStoreCreation", "true");
        ArchConfiguration.get().setProperty("freeze.store.default.path", store.toString());
    }

    @AfterEach
    void resetTheStore() {
        ArchConfiguration.get().reset();
    }

    // begin: frozen
    @Test
    void noNewViolations() {
        JavaClasses classes = RULES.importClasses();
        assertAll(RULES.rules().stream()
                .<Executable>map(rule -> () -> FreezingArchRule.freeze(rule).check(classes)));
    }
    // end: frozen

    @Test
    void exceptionsAllowTheirViolationsUntilTheirLastDay() {
        Hexagon lastDay = WITH_EXCEPTIONS.asOf(LocalDate.of(2027, 3, 31));

        assertThat(RuleProof.of(lastDay, RULES.importClasses()).violationsWith(LEGACY))
                .isEmpty();
        assertThat(RuleProof.of(lastDay.asOf(LocalDate.of(2027, 4, 1)), RULES.importClasses())
                        .violationsWith(LEGACY))
                .isNotEmpty();
        assertThatThrownBy(() -> lastDay.check()).hasMessageContaining("is not needed");
    }
}
