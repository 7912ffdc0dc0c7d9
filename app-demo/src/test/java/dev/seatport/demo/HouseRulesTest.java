package dev.seatport.demo;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.seatport.testkit.rules.HexagonRules;
import org.junit.jupiter.api.Test;

/** The architecture rules, once over the whole house: this module's class path holds all of it. */
class HouseRulesTest {
    @Test
    void theHouseKeepsItsRules() {
        JavaClasses house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.seatport");

        HexagonRules.of("dev.seatport").vendors("avepoint", "c3").check(house);
    }
}
