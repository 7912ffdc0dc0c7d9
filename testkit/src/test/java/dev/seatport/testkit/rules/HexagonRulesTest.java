package dev.seatport.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HexagonRulesTest {

    @Test
    void codeWithoutViolationsPasses() {
        assertThatCode(() -> PlantedHouse.rules().check(PlantedHouse.with())).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} breaks: {1}")
    @CsvSource(delimiter = '|', textBlock = CASES)
    void eachRuleIsBrokenByItsViolator(String violator, String rule) {
        List<String> broken = PlantedHouse.rules().rules().stream()
                .filter(one -> one.evaluate(PlantedHouse.with(violator)).hasViolation())
                .map(ArchRule::getDescription)
                .toList();

        assertThat(broken).anyMatch(description -> description.startsWith(rule));
        assertThatThrownBy(() -> PlantedHouse.rules().check(PlantedHouse.with(violator)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(violator);
    }

    @Test
    void everyPlantedViolatorIsTested() {
        List<String> tested = CASES.lines()
                .map(line -> line.substring(0, line.indexOf('|')).strip())
                .toList();

        assertThat(tested).containsExactlyInAnyOrderElementsOf(PlantedHouse.violators());
    }

    @Test
    void everyRuleHasAViolator() {
        List<String> rules = PlantedHouse.rules().rules().stream()
                .map(ArchRule::getDescription)
                .toList();
        List<String> violated = CASES.lines()
                .map(line -> line.substring(line.indexOf('|') + 1).strip())
                .toList();

        assertThat(rules).allMatch(rule -> violated.stream().anyMatch(rule::startsWith));
    }

    @Test
    void allViolationsAreReportedTogether() {
        assertThatThrownBy(() -> PlantedHouse.rules().check(PlantedHouse.with("BadExit", "BadMillis")))
                .hasMessageContaining("BadExit")
                .hasMessageContaining("BadMillis");
    }

    @Nested
    class RuleTargets {
        @Test
        void aVendorWithoutClassesIsAnError() {
            assertThatThrownBy(() -> PlantedHouse.rules().vendors("initech").check(PlantedHouse.with()))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("package " + PlantedHouse.ROOT + ".initech of initech has no classes");
        }

        @Test
        void aModuleWithoutClassesIsAnError() {
            JavaClasses part =
                    new ClassFileImporter().importPackages(PlantedHouse.ROOT + ".domain", PlantedHouse.ROOT + ".ports");

            assertThatThrownBy(() -> PlantedHouse.rules().check(part))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(PlantedHouse.ROOT + ".sandbox of sandbox has no classes");
        }

        @Test
        void anUnusedLibraryIsAnError() {
            HexagonRules misspelled =
                    PlantedHouse.rules().libraries(new LibraryPackages("daggr", "io.mutiny", "org.jspecify"));

            assertThatThrownBy(() -> misspelled.check(PlantedHouse.with()))
                    .hasMessageContaining("daggr is not used by demo")
                    .hasMessageContaining("io.mutiny is not used by application");
        }

        @Test
        void aMissingInternalPackageIsAnError() {
            JavaClasses entryTypes = new ClassFileImporter()
                    .importPackages(PlantedHouse.ROOT + ".acme", PlantedHouse.ROOT + ".http")
                    .that(DescribedPredicate.describe(
                            "outside", type -> !type.getPackageName().contains("internal")));

            assertThatThrownBy(() -> PlantedHouse.rules().check(entryTypes))
                    .hasMessageContaining("no module has a package named internal");
        }

        @Test
        void aRuleWithoutMatchingClassesFails() {
            ArchRule first = PlantedHouse.rules().rules().get(0);

            assertThatThrownBy(() -> first.evaluate(new ClassFileImporter().importClasses(String.class)))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Nested
    class OtherProjects {
        @Test
        void mayHaveAnAdapterInAnotherPackage() {
            HexagonRules rules = HexagonRules.of(PlantedHouse.ROOT)
                    .libraries(PlantedHouse.LIBRARIES)
                    .vendors("acme")
                    .adapter("elsewhere", PlantedHouse.ROOT + ".globex");

            assertThatCode(() -> rules.check(PlantedHouse.with())).doesNotThrowAnyException();
            assertThatThrownBy(() -> rules.check(PlantedHouse.with("BadAdapterKnowsTheSandbox")))
                    .hasMessageContaining("elsewhere does not depend on");
        }

        @Test
        void mayLeaveOutModules() {
            HexagonRules rules = PlantedHouse.rules().without("demo", "sandbox", "testkit", "json", "reports");
            JavaClasses rest = PlantedHouse.with()
                    .that(DescribedPredicate.describe(
                            "without them",
                            type -> Stream.of("demo", "sandbox", "testkit", "json", "reports")
                                    .noneMatch(name -> ModuleLayout.isIn(type, PlantedHouse.ROOT + "." + name))));

            assertThatCode(() -> rules.check(rest)).doesNotThrowAnyException();
            assertThat(rules.rules())
                    .hasSizeLessThan(PlantedHouse.rules().rules().size());
        }

        @Test
        void mustHaveTheCore() {
            HexagonRules rules = HexagonRules.of(PlantedHouse.ROOT);

            assertThatIllegalArgumentException().isThrownBy(() -> rules.without("domain"));
            assertThatIllegalArgumentException().isThrownBy(() -> rules.without("attic"));
        }

        @Test
        void mayHaveToolsThatPrintAndUseTheClock() {
            HexagonRules rules = HexagonRules.of(PlantedHouse.ROOT)
                    .libraries(PlantedHouse.LIBRARIES)
                    .vendors("acme")
                    .tools("globex");

            assertThatCode(() -> rules.check(PlantedHouse.with("BadClock"))).doesNotThrowAnyException();
        }

        @Test
        void haveVendorPackagesWithoutDashes() {
            assertThatThrownBy(
                            () -> PlantedHouse.rules().vendors("umbrella-corp").check(PlantedHouse.with()))
                    .hasMessageContaining(PlantedHouse.ROOT + ".umbrellacorp of umbrella-corp");
        }
    }

    private static final String CASES = """
            BadDomainUsesALibrary      | domain depends only on
            BadPortKnowsAUseCase       | ports depends only on
            BadUseCaseKnowsAnAdapter   | application depends only on
            BadAdapterKnowsAnother     | acme does not depend on
            BadAdapterKnowsTheTestkit  | acme does not depend on
            BadAdapterKnowsTheSandbox  | globex does not depend on
            BadSandboxKnowsTheDomain   | sandbox does not depend on
            BadPlumbingKnowsAVendor    | http does not depend on
            BadTestkitKnowsTheDemo     | testkit does not depend on
            BadJsonKnowsReports        | json does not depend on
            BadReportKnowsThePlumbing  | reports does not depend on
            BadCircle                  | no cycles between packages
            BadDemoReachesInside       | no module depends on an internal
            BadPlumbingKnowsWiring     | only the demo depends on
            BadEntryReturnsInternal    | no public signature contains an internal
            BadEntryIsMadeOfInternal   | no public signature contains an internal
            BadEntryTakesInternal      | no public signature contains an internal
            BadEntryShowsReactive      | no public signature contains dev
            BadAcmeCustomer            | no name in the core contains
            BadJSONReader              | no name in the core contains
            BadSeatDtoName             | no name in the core contains
            BadRoom                    | no name in the core contains
            BadUnmarkedRoom            | every package has a package-info
            BadInstantNow              | clocks and random numbers are arguments
            BadNowAsReference          | clocks and random numbers are arguments
            BadTodayInAZone            | clocks and random numbers are arguments
            BadMillis                  | clocks and random numbers are arguments
            BadClock                   | clocks and random numbers are arguments
            BadMathRandom              | clocks and random numbers are arguments
            BadRandomWithoutSeed       | clocks and random numbers are arguments
            BadThreadLocalRandom       | clocks and random numbers are arguments
            BadPrinter                 | only the outermost modules print
            BadStackTrace              | only the outermost modules print
            BadExit                    | only the outermost modules print
            BadClassDto                | a Dto is a package-private record
            BadPublicDto               | a Dto is a package-private record
            BadStrayDto                | a Dto is a package-private record
            BadOpenRoom                | an adapter has only entry types
            BadPortInTheDoor           | an adapter has only entry types
            BadTenantId                | in the domain an id or a code is a record
            BadChangingValue           | in domain and ports, fields are final
            BadArrayHolder             | in domain and ports, fields are final
            """;
}
