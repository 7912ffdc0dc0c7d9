package dev.seatport.demo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.seatport.hexagon.RuleProof;
import dev.seatport.hexagon.Violation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The declaration of Seatport's architecture passes a good house, and fails for each planted violator. */
class SeatportRulesTest {

    @Test
    void codeWithoutViolationsPasses() {
        assertThat(PlantedHouse.rules().violations(PlantedHouse.with())).isEmpty();
    }

    @ParameterizedTest(name = "{0} breaks: {1}")
    @CsvSource(delimiter = '|', textBlock = CASES)
    void eachRuleIsBrokenByItsViolator(String violator, String rule) {
        List<Violation> found = PlantedHouse.rules().violations(PlantedHouse.with(violator));

        assertThat(found)
                .filteredOn(violation -> violation.rule().equals(rule))
                .extracting(Violation::toString)
                .anyMatch(line -> line.contains(violator));
    }

    @Test
    void everyPlantedViolatorIsTested() {
        assertThat(column(0)).containsExactlyInAnyOrderElementsOf(PlantedHouse.violators());
    }

    @Test
    void everyRuleHasAViolator() {
        assertThat(RuleProof.of(PlantedHouse.rules(), PlantedHouse.with()).provableRules())
                .containsExactlyInAnyOrderElementsOf(brokenRules());
        assertThat(PlantedHouse.rules().rules())
                .as(
                        "only component-dependencies and adapter-entry cannot be broken: no components, no names of entry types")
                .hasSize(brokenRules().size() + 2);
    }

    /** Returns the rules that have a planted violator. */
    static Set<String> brokenRules() {
        return Set.copyOf(column(1));
    }

    private static List<String> column(int index) {
        return CASES.lines().map(line -> line.split("\\|", -1)[index].strip()).toList();
    }

    @Test
    void allViolationsAreReportedTogether() {
        assertThatThrownBy(() -> PlantedHouse.rules().check(PlantedHouse.with("BadExit", "BadMillis")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("BadExit")
                .hasMessageContaining("BadMillis");
    }

    @Test
    void aVendorWithoutClassesIsAnError() {
        assertThatThrownBy(() ->
                        PlantedHouse.rules().adapter("initech", "initech..").check(PlantedHouse.with()))
                .hasMessageContaining("initech has no classes in " + PlantedHouse.ROOT + ".initech..");
    }

    @Test
    void aModuleWithoutClassesIsAnError() {
        JavaClasses part =
                new ClassFileImporter().importPackages(PlantedHouse.ROOT + ".domain", PlantedHouse.ROOT + ".ports");

        assertThatThrownBy(() -> PlantedHouse.rules().check(part))
                .hasMessageContaining("sandbox has no classes in " + PlantedHouse.ROOT + ".sandbox..");
    }

    @Test
    void anUnusedLibraryIsAnError() {
        assertThatThrownBy(
                        () -> SeatportArchitecture.layers(PlantedHouse.ROOT, "daggr..", "io.mutiny..", "acme", "globex")
                                .check(PlantedHouse.with()))
                .hasMessageContaining("demo does not use the restricted library daggr..")
                .hasMessageContaining("application does not use its allowed library io.mutiny..");
    }

    private static final String CASES = """
            BadDomainUsesALibrary      | allowed-libraries
            BadPortKnowsAUseCase       | layer-dependencies
            BadUseCaseKnowsAnAdapter   | layer-dependencies
            BadAdapterKnowsAnother     | layer-dependencies
            BadAdapterKnowsTheTestkit  | layer-dependencies
            BadAdapterKnowsTheSandbox  | layer-dependencies
            BadSandboxKnowsTheDomain   | layer-dependencies
            BadPlumbingKnowsAVendor    | layer-dependencies
            BadLedgerKnowsAnAdapter    | layer-dependencies
            BadTestkitKnowsTheDemo     | layer-dependencies
            BadJsonKnowsReports        | layer-dependencies
            BadReportKnowsThePlumbing  | layer-dependencies
            BadLoader                  | reflective-dependencies
            BadCircle                  | package-cycles
            BadDemoReachesInside       | internal-packages
            BadPlumbingKnowsWiring     | restricted-libraries
            BadEntryReturnsInternal    | public-signatures
            BadEntryIsMadeOfInternal   | public-signatures
            BadEntryTakesInternal      | public-signatures
            BadEntryShowsReactive      | public-signatures
            BadAcmeCustomer            | core-names
            BadJSONReader              | core-names
            BadSeatDtoName             | core-names
            BadRoom                    | core-names
            BadClientRoom              | core-names
            BadSeatDtos                | core-names
            BadAcmesSeat               | core-names
            BadUnmarkedRoom            | null-marked
            BadInstantNow              | ambient-clock
            BadNowAsReference          | ambient-clock
            BadTodayInAZone            | ambient-clock
            BadMillis                  | ambient-clock
            BadClock                   | ambient-clock
            BadMathRandom              | ambient-chance
            BadRandomWithoutSeed       | ambient-chance
            BadThreadLocalRandom       | ambient-chance
            BadLocale                  | ambient-environment
            BadPrinter                 | ambient-console
            BadStackTrace              | ambient-console
            BadExit                    | ambient-console
            BadClassDto                | dto-records
            BadPublicDto               | dto-records
            BadStrayDto                | dto-records
            BadOpenRoom                | entry-packages
            BadPortInTheDoor           | internal-implementations
            BadTenantId                | id-records
            BadChangingValue           | immutable-values
            BadArrayHolder             | immutable-values
            BadFileReader              | core-io
            BadPortWithState           | stateless-ports
            BadAbstractPort            | port-interfaces
            BadStray                   | layer-coverage
            """;
}
