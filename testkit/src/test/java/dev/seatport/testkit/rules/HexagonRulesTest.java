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
    void aHouseThatKeepsTheRulesPasses() {
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
    void everyPlantedViolatorIsTried() {
        List<String> tried = CASES.lines()
                .map(line -> line.substring(0, line.indexOf('|')).strip())
                .toList();

        assertThat(tried).containsExactlyInAnyOrderElementsOf(PlantedHouse.violators());
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
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> PlantedHouse.rules().check(PlantedHouse.with("BadExit", "BadMillis")))
                .hasMessageContaining("BadExit")
                .hasMessageContaining("BadMillis");
    }

    @Nested
    class GuardsItself {
        @Test
        void aVendorWithoutClassesIsMisspelt() {
            assertThatThrownBy(() -> PlantedHouse.rules().vendors("initech").check(PlantedHouse.with()))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("package " + PlantedHouse.ROOT + ".initech of initech holds no classes");
        }

        @Test
        void aModuleWithoutClassesWasNotImported() {
            JavaClasses part =
                    new ClassFileImporter().importPackages(PlantedHouse.ROOT + ".domain", PlantedHouse.ROOT + ".ports");

            assertThatThrownBy(() -> PlantedHouse.rules().check(part))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(PlantedHouse.ROOT + ".sandbox of sandbox holds no classes");
        }

        @Test
        void aLibraryThatNobodyUsesIsMisspelt() {
            HexagonRules misspelt =
                    PlantedHouse.rules().libraries(new RestrictedLibraries("daggr", "io.mutiny", "org.jspecify"));

            assertThatThrownBy(() -> misspelt.check(PlantedHouse.with()))
                    .hasMessageContaining("daggr is not used by demo")
                    .hasMessageContaining("io.mutiny is not used by application");
        }

        @Test
        void aHouseWhereNothingIsInternalHasNoWalls() {
            JavaClasses doors = new ClassFileImporter()
                    .importPackages(PlantedHouse.ROOT + ".acme", PlantedHouse.ROOT + ".http")
                    .that(DescribedPredicate.describe(
                            "outside", type -> !type.getPackageName().contains("internal")));

            assertThatThrownBy(() -> PlantedHouse.rules().check(doors))
                    .hasMessageContaining("no module has anything in a package named internal");
        }

        @Test
        void aRuleWithoutSubjectsFails() {
            ArchRule first = PlantedHouse.rules().rules().get(0);

            assertThatThrownBy(() -> first.evaluate(new ClassFileImporter().importClasses(String.class)))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Nested
    class FitsOtherHouses {
        @Test
        void anAdapterMayLiveElsewhere() {
            HexagonRules rules = HexagonRules.of(PlantedHouse.ROOT)
                    .libraries(PlantedHouse.LIBRARIES)
                    .vendors("acme")
                    .adapter("elsewhere", PlantedHouse.ROOT + ".globex");

            assertThatCode(() -> rules.check(PlantedHouse.with())).doesNotThrowAnyException();
            assertThatThrownBy(() -> rules.check(PlantedHouse.with("BadAdapterKnowsTheSandbox")))
                    .hasMessageContaining("elsewhere does not know");
        }

        @Test
        void modulesCanBeLeftOut() {
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
        void theCoreCannotBeLeftOut() {
            HexagonRules rules = HexagonRules.of(PlantedHouse.ROOT);

            assertThatIllegalArgumentException().isThrownBy(() -> rules.without("domain"));
            assertThatIllegalArgumentException().isThrownBy(() -> rules.without("attic"));
        }

        @Test
        void aToolMayPrintAndAskForTheTime() {
            HexagonRules rules = HexagonRules.of(PlantedHouse.ROOT)
                    .libraries(PlantedHouse.LIBRARIES)
                    .vendors("acme")
                    .tools("globex");

            assertThatCode(() -> rules.check(PlantedHouse.with("BadClock"))).doesNotThrowAnyException();
        }

        @Test
        void aVendorsDashIsNotInItsPackage() {
            assertThatThrownBy(
                            () -> PlantedHouse.rules().vendors("umbrella-corp").check(PlantedHouse.with()))
                    .hasMessageContaining(PlantedHouse.ROOT + ".umbrellacorp of umbrella-corp");
        }
    }

    private static final String CASES = """
            BadDomainUsesALibrary      | domain knows only
            BadPortKnowsAUseCase       | ports knows only
            BadUseCaseKnowsAnAdapter   | application knows only
            BadAdapterKnowsAnother     | acme does not know
            BadAdapterKnowsTheTestkit  | acme does not know
            BadAdapterKnowsTheSandbox  | globex does not know
            BadSandboxKnowsTheDomain   | sandbox does not know
            BadPlumbingKnowsAVendor    | http does not know
            BadTestkitKnowsTheDemo     | testkit does not know
            BadJsonKnowsReports        | json does not know
            BadReportKnowsThePlumbing  | reports does not know
            BadCircle                  | no packages need each other
            BadDemoReachesInside       | what is internal to a module
            BadPlumbingKnowsWiring     | only the demo knows
            BadEntryReturnsInternal    | no public signature mentions an internal
            BadEntryIsMadeOfInternal   | no public signature mentions an internal
            BadEntryTakesInternal      | no public signature mentions an internal
            BadEntryShowsReactive      | no public signature mentions dev
            BadAcmeCustomer            | in the core nothing is named for
            BadJSONReader              | in the core nothing is named for
            BadSeatDtoName             | in the core nothing is named for
            BadRoom                    | in the core nothing is named for
            BadUnmarkedRoom            | every package has a package-info
            BadInstantNow              | time and chance are arguments
            BadNowAsReference          | time and chance are arguments
            BadTodayInAZone            | time and chance are arguments
            BadMillis                  | time and chance are arguments
            BadClock                   | time and chance are arguments
            BadMathRandom              | time and chance are arguments
            BadRandomWithoutSeed       | time and chance are arguments
            BadThreadLocalRandom       | time and chance are arguments
            BadPrinter                 | only the outermost modules print
            BadStackTrace              | only the outermost modules print
            BadExit                    | only the outermost modules print
            BadClassDto                | a Dto is a package-private record
            BadPublicDto               | a Dto is a package-private record
            BadStrayDto                | a Dto is a package-private record
            BadOpenRoom                | outside .internal an adapter has nothing
            BadPortInTheDoor           | outside .internal an adapter has nothing
            BadTenantId                | in the domain an id or a code is a record
            BadChangingValue           | in domain and ports, fields are final
            BadArrayHolder             | in domain and ports, fields are final
            """;
}
