package com.example.acmetests;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.seatport.testkit.rules.HexagonRules;
import org.junit.jupiter.api.Test;

class InitechHouseRulesTest {
    @Test
    void adapterFollowsTheArchitectureRules() {
        JavaClasses classes = new ClassFileImporter().importPackages("dev.seatport", "com.example.initech");

        HexagonRules.of("dev.seatport")
                .without("application", "sandbox", "json", "reports", "demo")
                .adapter("initech", "com.example.initech")
                .check(classes);
    }
}
