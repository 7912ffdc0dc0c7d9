package dev.seatport.demo;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.testkit.rules.HexagonRules;
import org.junit.jupiter.api.Test;

/** Checks the architecture rules for all modules, because the class path of this module contains all of them. */
class HouseRulesTest {
    @Test
    void allModulesKeepTheArchitectureRules() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.seatport");

        HexagonRules.of("dev.seatport")
                .vendors(WiredVendors.plugins().stream().map(VendorPlugin::name).toArray(String[]::new))
                .check(classes);
    }
}
