package com.example.parcels.rules;

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

class ParcelsRulesTest {
    // begin: rules
    private static final Hexagon RULES = Hexagon.of("com.example.parcels")
            .inboundPorts("*")
            .domain("*.domain..")
            .outboundPorts("*.spi..")
            .application("*.application..", "org.springframework.stereotype..", "org.springframework.context..")
            .adapter("*", "*.adapter.*..")
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

    // begin: modules
    private static final Hexagon MODULES = Hexagon.of("com.example.parcels")
            .layer("tracking", "tracking..", "org.springframework.stereotype..", "org.springframework.context..")
            .layer("notice", "notice..", "org.springframework.stereotype..", "org.springframework.context..")
            .mayUse("notice", "tracking")
            .ambientIn("tracking", "notice")
            .outermost("main", ".")
            .without(RuleGroup.CYCLES);
    // end: modules

    private static final JavaClasses CLASSES = RULES.importClasses();

    /** The first line of each file names the rule. */
    @Test
    void eachPlantedViolatorIsReported() {
        RuleProof.of(RULES, CLASSES).everyFileIsReported(Path.of("src", "test", "planted"));
    }

    @Test
    void aModuleMayBeOneLayer() {
        RuleProof proof = RuleProof.of(MODULES, CLASSES);

        MODULES.check(CLASSES);
        proof.everyRuleReportsItsViolation();
        assertThat(
                        proof.violationsWith(
                                "package com.example.parcels.notice;"
                                        + " class Bad { Object code() { return com.example.parcels.tracking.adapter.carrier.internal.CarrierCode.class; } }"))
                .extracting(Violation::rule)
                .containsExactly("internal-packages");
        assertThat(proof.violationsWith("package com.example.parcels.tracking;"
                        + " class Bad { Object board() { return com.example.parcels.notice.NoticeBoard.class; } }"))
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
