package com.example.cinema.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.seatport.hexagon.ContractTestCheck;
import dev.seatport.hexagon.Hexagon;
import dev.seatport.hexagon.RuleGroup;
import dev.seatport.hexagon.RuleProof;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CinemaRulesTest {
    // begin: rules
    private static final Hexagon RULES = Hexagon.of("com.example.cinema")
            .sharedKernel("shared..")
            .domain("*.domain..")
            .inboundPorts("*.api..")
            .outboundPorts("*.spi..")
            .application("*.application..")
            .adapter("*", "*.adapter.*..")
            .inbound("terminal", "*.adapter.terminal..")
            .outermost("main", ".")
            .with(RuleGroup.SUFFIXES);

    @Test
    void projectFollowsTheRules() {
        RULES.check();
    }

    @Test
    void everyRuleReportsItsViolation() {
        RuleProof.of(RULES, RULES.importClasses()).everyRuleReportsItsViolation();
    }
    // end: rules

    private static final JavaClasses CLASSES = RULES.importClasses();

    /** The first line of each file names the rule. */
    @Test
    void eachPlantedViolatorIsReported() {
        RuleProof.of(RULES, CLASSES).everyFileIsReported(Path.of("src", "test", "planted"));
    }

    @Test
    void adaptersWithoutAContractTestAreReported() {
        JavaClasses noTests = new ClassFileImporter().importClasses();

        assertThat(ContractTestCheck.of(RULES).violations(CLASSES, noTests))
                .hasSize(3)
                .allMatch(violation -> violation.rule().equals("contract-tests"));
    }
}
