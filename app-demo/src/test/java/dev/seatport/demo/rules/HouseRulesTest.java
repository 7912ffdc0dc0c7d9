package dev.seatport.demo.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.seatport.hexagon.ContractTestCheck;
import dev.seatport.hexagon.Hexagon;
import dev.seatport.hexagon.ModuleDescriptorCheck;
import dev.seatport.hexagon.ModuleTableCheck;
import dev.seatport.hexagon.RuleProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the architecture rules for all modules, because the class path of this module contains all of them. */
class HouseRulesTest {
    private static final Path ROOT = Path.of("..");
    private static final Hexagon RULES = SeatportArchitecture.rules();
    /** Without the example of an adapter: a test of this module uses it, and it checks its own rules. */
    private static final JavaClasses CLASSES =
            RULES.importClasses().that(resideOutsideOfPackage("dev.seatport.example.."));

    @Test
    void allModulesKeepTheArchitectureRules() {
        RULES.check(CLASSES);
    }

    @Test
    void eachRuleReportsAViolationInTheseModules() {
        RuleProof proof = RuleProof.of(RULES, CLASSES);

        proof.everyRuleReportsItsViolation();
        assertThat(proof.provableRules()).containsExactlyInAnyOrderElementsOf(SeatportRulesTest.brokenRules());
    }

    @Test
    void contributingListsTheModulesAndTheirDependencies() {
        ModuleTableCheck.of(ROOT.resolve("CONTRIBUTING.md"), ROOT).check();
    }

    @Test
    void moduleDescriptorsAgreeWithPomsAndCode() throws IOException {
        ModuleDescriptorCheck.of(libraries())
                .except(
                        "dev.seatport.hexagon requires org.slf4j",
                        "module-requires",
                        "ArchUnit logs with it and, as an automatic module, cannot require it",
                        SeatportArchitecture.NEXT_REVIEW)
                .except(
                        "dev.seatport.sandbox requires io.netty.common",
                        "module-requires",
                        "the compiler needs the supertypes of Netty's futures",
                        SeatportArchitecture.NEXT_REVIEW)
                .check();
    }

    @Test
    void eachPortOfAnAdapterHasAContractTest() throws IOException {
        Path[] tests = Stream.of(libraries())
                .filter(module -> module.getFileName().toString().startsWith("adapters-"))
                .map(module -> module.resolve("target").resolve("test-classes"))
                .toArray(Path[]::new);
        assumeTrue(Stream.of(tests).allMatch(Files::isDirectory), "the adapters were built without tests");

        ContractTestCheck.of(RULES).check(CLASSES, new ClassFileImporter().importPaths(tests));
    }

    /** Returns the folders of the modules that have a module descriptor. */
    private static Path[] libraries() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(folder -> Files.exists(folder.resolve("src/main/java/module-info.java")))
                    .sorted()
                    .toArray(Path[]::new);
        }
    }
}
