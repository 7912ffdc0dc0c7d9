package com.example.acmetests;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.seatport.testkit.rules.HexagonRules;
import org.junit.jupiter.api.Test;

// begin: rules
class AcmeHouseRulesTest {
    @Test
    void adapterFollowsTheArchitectureRules() {
        JavaClasses classes = new ClassFileImporter().importPackages("dev.seatport", "com.example.acme");

        HexagonRules.of("dev.seatport")
                .without("application", "sandbox", "json", "reports", "demo")
                .adapter("acme", "com.example.acme")
                .check(classes);
    }
}
// end: rules
