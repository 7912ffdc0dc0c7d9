package dev.seatport.example;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.seatport.testkit.rules.HexagonRules;
import org.junit.jupiter.api.Test;

// begin: rules
class ExampleHouseRulesTest {
    @Test
    void serviceFollowsTheArchitectureRules() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.seatport");

        HexagonRules.of("dev.seatport")
                .without("testkit", "sandbox", "demo")
                .vendors("avepoint", "c3")
                .tools("example")
                .check(classes);
    }
}
// end: rules
