package com.example.bank.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.seatport.hexagon.ContractTestCheck;
import dev.seatport.hexagon.Hexagon;
import dev.seatport.hexagon.RuleGroup;
import dev.seatport.hexagon.RuleProof;
import dev.seatport.hexagon.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    private static final JavaClasses CLASSES = RULES.importClasses();

    static List<Path> violators() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "planted"))) {
            return files.sorted().toList();
        }
    }

    /** The first line of each file names the rule. */
    @ParameterizedTest
    @MethodSource("violators")
    void eachPlantedViolatorIsOneLine(Path file) throws IOException {
        String source = Files.readString(file);
        String rule = source.lines().findFirst().orElseThrow().replace("// ", "");
        String planted = file.getFileName().toString().replace(".java", "");

        List<Violation> found = RuleProof.of(RULES, CLASSES).violationsWith(source).stream()
                .filter(violation -> violation.rule().equals(rule))
                .toList();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).toString()).contains(planted).doesNotContain("\n");
    }

    @Test
    void adaptersWithoutAContractTestAreReported() {
        JavaClasses noTests = new ClassFileImporter().importClasses();

        assertThat(ContractTestCheck.of(RULES).violations(CLASSES, noTests))
                .isNotEmpty()
                .allMatch(violation -> violation.rule().equals("contract-tests"));
    }
}
