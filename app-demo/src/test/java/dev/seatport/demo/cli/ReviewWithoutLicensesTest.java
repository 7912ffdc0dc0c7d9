package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A review of a partner who has the seat vendor alone. */
class ReviewWithoutLicensesTest {
    private static final String LICENSES_FROM = "seatport.review.licenses-from";

    private static Sandbox sandbox;
    private static InProcessShell seatsOnly;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(12));
        Map<String, String> settings = SandboxedShell.settings(sandbox).entrySet().stream()
                .filter(setting -> setting.getKey().startsWith("seatport.avepoint."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        seatsOnly = InProcessShell.with(settings);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void mustBeChosenExplicitly() {
        assertThat(seatsOnly.run("review").refused(2).err())
                .contains("seatport.c3.base-url is missing")
                .contains("; for a review without licenses set seatport.review.licenses-from=none");
    }

    @Test
    void isNotOfferedForIncompleteSettingsOfTheLicenseVendor() {
        assertThat(seatsOnly
                        .property("seatport.c3.client-id", "x")
                        .run("review")
                        .refused(2)
                        .err())
                .contains("seatport.c3.base-url is missing")
                .doesNotContain("none");
    }

    @Test
    void comparesSeatsAndClaimsNothingAboutLicenses() {
        CommandResult result = seatsOnly
                .property(LICENSES_FROM, "None")
                .run("review", "--format", "json")
                .fine();
        JsonNode review = result.json();

        assertThat(review.path("licensesFrom").isNull()).isTrue();
        assertThat(review.path("unmatched")).isEmpty();
        assertThat(review.path("customers")).hasSize(12);
        assertThat(review.at("/customers/0/coverage/0/verdict").asText()).isNotEmpty();
        assertThat(review.at("/customers/0/coverage/0/licenses").isNull()).isTrue();
        assertThat(review.at("/totals/seatsAssigned/reported").asInt()).isPositive();
        assertThat(review.at("/totals/licensesAssigned/sum").isNull()).isTrue();
        assertThat(review.at("/totals/licensesAssigned/note").asText()).isEqualTo("licenses were not read");
        assertThat(review.at("/completeness/text").asText())
                .isEqualTo("12 of 12 customers complete; licenses were not read (licenses-from=none)");
        assertThat(result.errLines())
                .contains("seatport: " + review.at("/completeness/text").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "ndjson", "csv", "html"})
    void worksInEveryFormat(String format) {
        String out = seatsOnly
                .property(LICENSES_FROM, "none")
                .run("review", "--format", format)
                .fine()
                .out();

        assertThat(out).isNotEmpty().doesNotContain("licenses used").doesNotContain("Tenants that only");
    }

    @Test
    void rejectsOptionsAndCommandsThatNeedALicenseVendor() {
        InProcessShell none = seatsOnly.property(LICENSES_FROM, "none");

        assertThat(none.run("review", "--unmatched-licenses").refused(2).err())
                .contains("--unmatched-licenses needs a license vendor");
        assertThat(none.run("licenses", "a", "b").refused(2).err())
                .contains("seatport.review.licenses-from is none, so no vendor of licenses is selected");
        assertThat(none.run("doctor").code()).isZero();
        assertThat(seatsOnly
                        .run("demo", "--licenses-from", "none", "--customers", "5")
                        .fine()
                        .out())
                .contains("licenses: not read")
                .contains("licenses were not read (licenses-from=none)");
    }
}
