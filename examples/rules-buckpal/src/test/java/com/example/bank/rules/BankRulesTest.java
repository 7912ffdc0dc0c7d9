package com.example.bank.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.seatport.hexagon.ContractTestCheck;
import dev.seatport.hexagon.Hexagon;
import dev.seatport.hexagon.RuleGroup;
import dev.seatport.hexagon.RuleProof;
import dev.seatport.hexagon.Violation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BankRulesTest {
    // begin: rules
    private static final Hexagon RULES =
            Hexagon.buckpal("com.example.bank").outermost("main", ".").with(RuleGroup.SUFFIXES);

    @Test
    void projectFollowsTheRules() {
        RULES.check();
    }

    @Test
    void everyRuleReportsItsViolation() {
        RuleProof.of(RULES, RULES.importClasses()).everyRuleReportsItsViolation();
    }
    // end: rules

    // begin: common
    private static final Hexagon WITH_COMMON = Hexagon.buckpal("com.example.bank")
            .layer("common", "common..")
            .mayUse("application", "common")
            .outermost("main", ".");
    // end: common

    private static final JavaClasses CLASSES = RULES.importClasses();

    /** The first line of each file names the rule. */
    @Test
    void eachPlantedViolatorIsReported() {
        RuleProof.of(RULES, CLASSES).everyFileIsReported(Path.of("src", "test", "planted"));
    }

    @Test
    void useCasesMayHaveAnAnnotationOfTheProject() {
        String annotation = "package com.example.bank.common; public @interface UseCase {}";
        String useCase = "package com.example.bank.application.domain.service;"
                + " class Fine { Object type() { return com.example.bank.common.UseCase.class; } }";

        assertThat(RuleProof.of(WITH_COMMON, CLASSES).violationsWith(annotation, useCase))
                .isEmpty();
        assertThat(RuleProof.of(WITH_COMMON, CLASSES)
                        .violationsWith(annotation, useCase.replace("domain.service", "domain.model")))
                .extracting(Violation::rule)
                .containsExactly("layer-dependencies");
    }

    @Test
    void adaptersWithoutAContractTestAreReported() {
        JavaClasses noTests = new ClassFileImporter().importClasses();

        assertThat(ContractTestCheck.of(RULES).violations(CLASSES, noTests))
                .hasSize(2)
                .allMatch(violation -> violation.rule().equals("contract-tests"));
    }
}
