package com.example.lending.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.seatport.hexagon.ContractTestCheck;
import dev.seatport.hexagon.Hexagon;
import dev.seatport.hexagon.ModuleDescriptorCheck;
import dev.seatport.hexagon.RuleGroup;
import dev.seatport.hexagon.RuleProof;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Each planted class is reported in one line, and project files without violations pass. */
class LendingViolatorsTest {
    private static final Hexagon RULES = LendingRulesTest.RULES.with(RuleGroup.SUFFIXES);
    private static final JavaClasses CLASSES = RULES.importClasses();

    /** The first line of each file names the rule. */
    @Test
    void eachPlantedViolatorIsReported() {
        RuleProof.of(RULES, CLASSES).everyFileIsReported(Path.of("src", "test", "planted"));
    }

    // begin: files
    @Test
    void eachAdapterHasAContractTest() {
        ContractTestCheck.of(RULES).check();
    }

    @Test
    void pomDescriptorAndBytecodeAgree() {
        ModuleDescriptorCheck.of(Path.of(".")).check();
    }
    // end: files

    @Test
    void anAdapterWithoutItsContractTestIsReported() {
        JavaClasses noTests = new ClassFileImporter().importClasses();

        assertThat(ContractTestCheck.of(RULES).violations(CLASSES, noTests)).hasSize(2);
    }
}
