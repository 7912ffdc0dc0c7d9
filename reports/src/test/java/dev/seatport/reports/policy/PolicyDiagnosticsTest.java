package dev.seatport.reports.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Error messages of a policy file: file, line, key, error and allowed values. */
class PolicyDiagnosticsTest {
    private static final String FINDINGS =
            "unassigned-licenses, no-licenses-left, over-assigned-licenses, licenses-in-grace, backup-shortfall, "
                    + "backup-surplus, vendors-disagree, counts-inconsistent, tenant-unknown-to-vendor, "
                    + "tenant-without-backup";

    @TempDir
    private Path directory;

    private PolicyDrafts drafts;

    @BeforeEach
    void draft() {
        drafts = new PolicyDrafts(directory);
    }

    /** The error is on line 2, after the version. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            thresholds: { unassigned: { percent: -3 } }     | thresholds.unassigned.percent is -3; allowed values: 0 to 100
            thresholds: { unassigned: { percent: 100.1 } }  | thresholds.unassigned.percent is 100.1; allowed values: 0 to 100
            thresholds: { coverage: { percent: 10% } }      | thresholds.coverage.percent is '10%'; allowed values: 0 to 100
            thresholds: { coverage: { percent: 1e1 } }      | thresholds.coverage.percent is 1e1; allowed values: 0 to 100
            thresholds: { coverage: { percent: .inf } }     | thresholds.coverage.percent is .inf; allowed values: 0 to 100
            thresholds: { coverage: { percent: 12345678901 } } | thresholds.coverage.percent is 12345678901; allowed values: 0 to 100
            thresholds: { coverage: { percent: "" } }       | thresholds.coverage.percent is blank; allowed values: 0 to 100
            thresholds: { coverage: { percent: [ 1 ] } }    | thresholds.coverage.percent is a list; allowed values: 0 to 100
            thresholds: { coverage: { floor: -1 } }         | thresholds.coverage.floor is -1; allowed values: a whole number from 0 to 1000000000
            thresholds: { coverage: { floor: 1.5 } }        | thresholds.coverage.floor is 1.5; allowed values: a whole number from 0 to 1000000000
            thresholds: { coverage: { floor: 1000000001 } } | thresholds.coverage.floor is 1000000001; allowed values: a whole number from 0 to 1000000000
            thresholds: { coverage: { floor: 99999999999999999999 } } | thresholds.coverage.floor is 99999999999999999999; allowed values: a whole number from 0 to 1000000000
            thresholds: { coverage: 5 }                     | thresholds.coverage is a single value; allowed values: a group of these keys: percent, floor
            thresholds: { coverge: { floor: 1 } }           | thresholds.coverge is an unknown key (did you mean coverage?); allowed values: unassigned, coverage, surplus, disagreement
            thresholds: { coverage: { percentage: 1 } }     | thresholds.coverage.percentage is an unknown key (did you mean percent?); allowed values: percent, floor
            thresholds:                                     | thresholds is blank; allowed values: a group of these keys: unassigned, coverage, surplus, disagreement
            tolerance: ~                                    | tolerance is blank; allowed values: a group of these keys: percent, floor
            treshold: 1                                     | treshold is an unknown key (did you mean thresholds?); allowed values: version, products, thresholds, tolerance, severities, seat-skus, free-skus, more-free-skus, prices, exclusions
            Products: [ 32 ]                                | Products is an unknown key (did you mean products?); allowed values: version, products, thresholds, tolerance, severities, seat-skus, free-skus, more-free-skus, prices, exclusions
            xyz: 1                                          | xyz is an unknown key; allowed values: version, products, thresholds, tolerance, severities, seat-skus, free-skus, more-free-skus, prices, exclusions
            products: [ ]                                   | products is empty; allowed values: a list of products; or no such key
            products: 2048                                  | products is a single value; allowed values: a list of products
            products: [ 32, 4711 ]                          | products.2 is 4711, which is an unknown product; allowed values: a code or name that 'seatport products' lists
            products: [ Cloud Bakup for Salesforce ]        | products.1 is 'Cloud Bakup for Salesforce', which is an unknown product (did you mean 'cloud backup for salesforce'?); allowed values: a code or name that 'seatport products' lists
            products: [ 32, Cloud Backup for Salesforce ]   | products.2 repeats products.1 on line 2; allowed values: each value once
            free-skus: 5                                    | free-skus is a single value; allowed values: a list of SKU ids
            free-skus: [ 00000000-0000-0000-0000-000000000000 ] | free-skus.1 identifies nothing; allowed values: a SKU id
            free-skus: [ c7df2760-2c81-4ef7-b578-5b5392b571df, "{C7DF27602C814EF7B5785B5392B571DF}" ] | free-skus.2 repeats free-skus.1 on line 2; allowed values: each value once
            more-free-skus: 5                               | more-free-skus is a single value; allowed values: a list of SKU ids
            more-free-skus: { a: b }                        | more-free-skus is a group of keys; allowed values: a list of SKU ids
            more-free-skus: [ 00000000-0000-0000-0000-000000000000 ] | more-free-skus.1 identifies nothing; allowed values: a SKU id
            more-free-skus: [ a, a ]                        | more-free-skus.2 repeats more-free-skus.1 on line 2; allowed values: each value once
            more-free-sku: [ a ]                            | more-free-sku is an unknown key (did you mean more-free-skus?); allowed values: version, products, thresholds, tolerance, severities, seat-skus, free-skus, more-free-skus, prices, exclusions
            exclusions: [ { sku: "{00000000-0000-0000-0000-000000000000}", reason: x } ] | exclusions.1.sku identifies nothing; allowed values: a SKU id
            exclusions: [ { customer: 00000000000000000000000000000000, reason: x } ] | exclusions.1.customer identifies nothing; allowed values: the seat vendor's id of a customer
            severities: { no-licenses-left: loud }          | severities.no-licenses-left is loud, which is an unknown severity; allowed values: info, warning, critical
            severities: { no-licences-left: info }          | severities.no-licences-left is an unknown finding (did you mean no-licenses-left?); allowed values: FINDINGS
            severities: { no-licenses-left: info, NO_LICENSES_LEFT: info } | severities.NO_LICENSES_LEFT is already set on line 2; allowed values: each key once
            seat-skus: [ a ]                                | seat-skus is a list; allowed values: a group of these keys: a code or name that 'seatport products' lists
            seat-skus: { 2048: [ ] }                        | seat-skus.2048 is empty; allowed values: a list of SKU ids; or no such key
            seat-skus: { 2048: a }                          | seat-skus.2048 is a single value; allowed values: a list of SKU ids
            seat-skus: { 2048: [ a, a ] }                   | seat-skus.2048.2 repeats seat-skus.2048.1 on line 2; allowed values: each value once
            seat-skus: { 2048: [ ' ' ] }                    | seat-skus.2048.1 is blank; allowed values: a SKU id
            seat-skus: { 4711: [ a ] }                      | seat-skus.4711 is an unknown product; allowed values: a code or name that 'seatport products' lists
            seat-skus: { 32: [ a ], cloud backup for salesforce: [ b ] } | seat-skus.'cloud backup for salesforce' is already set on line 2; allowed values: each key once
            exclusions: { sku: a }                          | exclusions is a group of keys; allowed values: a list of exclusions
            exclusions: [ a ]                               | exclusions.1 is a single value; allowed values: a group of these keys: customer, tenant, sku, reason, owner, until, scope
            exclusions: [ { reason: r } ]                   | exclusions.1 has no customer, tenant or sku; allowed values: at least one of them
            exclusions: [ { customer: c } ]                 | exclusions.1 has no reason; allowed values: the reason, on one line of at most 500 characters
            exclusions: [ { customer: c, reason: '' } ]     | exclusions.1.reason is blank; allowed values: the reason, on one line of at most 500 characters
            exclusions: [ { customer: '', reason: r } ]     | exclusions.1.customer is blank; allowed values: the seat vendor's id of a customer
            exclusions: [ { sku: null, reason: r } ]        | exclusions.1.sku is blank; allowed values: a SKU id
            exclusions: [ { sku: "a\\u200Eb", reason: r } ] | exclusions.1.sku has invisible characters; allowed values: a SKU id
            exclusions: [ { sku: "a\\ud800b", reason: r } ] | exclusions.1.sku has invisible characters; allowed values: a SKU id
            exclusions: [ { sku: "a\\nb", reason: r } ]     | exclusions.1.sku has invisible characters; allowed values: a SKU id
            exclusions: [ { sku: a, reason: r, owner: } ]   | exclusions.1.owner is blank; allowed values: the name of the person who decided, or no such key
            exclusions: [ { sku: a, reason: r, until: 2027-02-30 } ] | exclusions.1.until is 2027-02-30; allowed values: a date, such as 2027-03-31
            exclusions: [ { sku: a, reason: r, until: 31.3.2027 } ] | exclusions.1.until is 31.3.2027; allowed values: a date, such as 2027-03-31
            exclusions: [ { sku: a, reason: r, until: +12027-03-31 } ] | exclusions.1.until is +12027-03-31; allowed values: a date, such as 2027-03-31
            exclusions: [ { sku: a, reason: r, scope: alerts } ] | exclusions.1.scope is alerts, which is an unknown scope (did you mean alerts-only?); allowed values: alerts-only, everywhere
            exclusions: [ { sku: a, reason: r, custmer: c } ] | exclusions.1.custmer is an unknown key (did you mean customer?); allowed values: customer, tenant, sku, reason, owner, until, scope
            version: 1                                      | version is already set on line 1; allowed values: each key once
            """)
    void reportsTheError(String line, String error) {
        assertThat(drafts.errors("review.yaml", "version: 1\n" + line + "\n"))
                .containsExactly("review.yaml:2: " + error.replace("FINDINGS", FINDINGS));
    }

    @Test
    void twoExclusionsOfOneCustomerAreAnErrorWithAnyReason() {
        assertThat(drafts.errors("review.yaml", """
                        version: 1
                        exclusions:
                          - customer: 5F0B6A3C-0000-4000-8000-000000000001
                            reason: one
                          - customer: 5f0b6a3c-0000-4000-8000-000000000001
                            reason: two
                        """))
                .containsExactly(
                        "review.yaml:5: exclusions.2 repeats exclusions.1 on line 3; allowed values: each value once");
    }

    @Test
    void anEmptyExclusionHasTwoErrors() {
        assertThat(drafts.errors("review.yaml", "version: 1\nexclusions: [ { } ]"))
                .containsExactly(
                        "review.yaml:2: exclusions.1 has no customer, tenant or sku; allowed values: at least one of them",
                        "review.yaml:2: exclusions.1 has no reason; allowed values: the reason, on one line of at most 500 characters");
    }

    @Test
    void aListOrAGroupBelowItsKeyIsReportedOnTheLineOfTheKey() {
        assertThat(drafts.errors("review.yaml", """
                        version: 1
                        tolerance:
                          # a comment
                          - 5
                        products:
                          a: b
                        """))
                .extracting(line -> line.substring(0, line.indexOf(';')))
                .containsExactly("review.yaml:2: tolerance is a list", "review.yaml:5: products is a group of keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--id", "foo", "seat", "list"})
    void onlyANearNameIsSuggested(String text) {
        assertThat(NameSuggester.suggest(text, List.of("--kind", "--format", "customers", "--sort", "tenant-seats")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--hlep, --help", "custmers, customers", "--vendr, --vendor", "Formt, --format", "--form, --format"})
    void aNearNameIsSuggested(String text, String name) {
        assertThat(NameSuggester.suggest(text, List.of("--help", "customers", "--vendor", "--format")))
                .contains(name);
    }

    @Test
    void errorsAreReportedInTheOrderOfTheLines() {
        assertThat(drafts.errors("review.yaml", """
                        exclusions:
                          - sku: a
                            reason: r
                            until: soon
                        tolerance:
                          percent: -1
                          floor: x
                        products: [ 1 ]
                        version: 1
                        """))
                .extracting(line -> line.substring(0, line.indexOf(" is ")))
                .containsExactly(
                        "review.yaml:4: exclusions.1.until",
                        "review.yaml:6: tolerance.percent",
                        "review.yaml:7: tolerance.floor",
                        "review.yaml:8: products.1");
    }

    @Test
    void reportsTheFirstErrorsOfTooMany() {
        String many =
                IntStream.range(0, 10_000).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining());

        assertThat(drafts.errors("review.yaml", "version: 1\n" + many))
                .hasSize(PolicyErrorCollector.MAX_ERRORS + 1)
                .last()
                .isEqualTo("review.yaml: has more than these 20 errors");
    }

    @Test
    void reportsAllErrorsUpToTheMaximum() {
        String many = IntStream.range(0, PolicyErrorCollector.MAX_ERRORS)
                .mapToObj(i -> "k" + i + ": 1\n")
                .collect(Collectors.joining());

        assertThat(drafts.errors("review.yaml", "version: 1\n" + many)).hasSize(PolicyErrorCollector.MAX_ERRORS);
    }

    @Test
    void anUnknownVersionIsTheOnlyError() {
        assertThat(drafts.errors("review.yaml", "tolerance: 5\nversion: 2\n"))
                .containsExactly("review.yaml:2: version is 2; allowed values: 1");
    }

    @Test
    void aMissingVersionIsAnError() {
        assertThat(drafts.errors("review.yaml", "# none\ntolerance: { floor: 2 }\n"))
                .containsExactly("review.yaml:2: the file has no version; allowed values: version: 1");
    }

    @Test
    void aFileWithoutAMappingIsAnError() {
        String allowed =
                "; allowed values: a group of these keys: version, products, thresholds, tolerance, severities, seat-skus, free-skus, more-free-skus, prices, exclusions";

        assertThat(drafts.errors("review.yaml", "- version: 1\n"))
                .containsExactly("review.yaml:1: the file is a list" + allowed);
        assertThat(drafts.errors("review.yaml", "hello\n"))
                .containsExactly("review.yaml:1: the file is a single value" + allowed);
    }

    @ParameterizedTest
    @CsvSource({"review.yaml, ''", "review.yml, '# nothing'", "review.yaml, ---", "review.properties, '# nothing'"})
    void anEmptyFileIsAnError(String name, String content) {
        assertThat(drafts.errors(name, content))
                .containsExactly(
                        name + ": is empty; allowed values: 'version: 1' and the keys that differ from the defaults");
    }

    /** A slash stands for a line end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            version=1/tolerance.percent=x                    | :2: tolerance.percent is x; allowed values: 0 to 100
            version=1/version=1                              | :2: version is already set on line 1; allowed values: each key once
            version=1/#/tolerance.\\/  floor=x               | :3: tolerance.floor is x; allowed values: a whole number from 0 to 1000000000
            version=1/products=                              | :2: products is blank; allowed values: a list of products
            version=1/products=32,,2048                      | :2: products.2 is blank; allowed values: a code or name that 'seatport products' lists
            version=1/products.1=32                          | :2: products is a group of keys; allowed values: a list of products
            version=1/seat-skus=a                            | :2: seat-skus is a single value; allowed values: a group of these keys: a code or name that 'seatport products' lists
            version=1/exclusions=a                           | :2: exclusions is a single value; allowed values: a list of exclusions
            version=1/exclusions.1=a                         | :2: exclusions.1 is a single value; allowed values: a group of these keys: customer, tenant, sku, reason, owner, until, scope
            version=1/tolerance=5/tolerance.floor=1          | :3: tolerance.floor conflicts with line 2; allowed values: a value, or keys below it, not both
            version=1/tolerance.floor=1/tolerance=5          | :3: tolerance conflicts with line 2; allowed values: a value, or keys below it, not both
            version=1/thresholds.coverage.percent.max=1      | :2: thresholds.coverage.percent.max is an unknown key (did you mean percent?); allowed values: percent, floor
            version=1/version.minor=1                        | :2: version.minor conflicts with line 1; allowed values: a value, or keys below it, not both
            version=1/a\\u00g0=1                             | :2: has an invalid \\u escape; allowed values: \\u and four hexadecimal digits
            tolerance.floor=1                                | :1: the file has no version; allowed values: version: 1
            """)
    void reportsTheErrorOfProperties(String lines, String error) {
        assertThat(drafts.errors("review.properties", lines.replace('/', '\n')))
                .containsExactly("review.properties" + error);
    }

    @Test
    void quotedValuesAreShortenedAndPrintable() {
        List<String> errors =
                drafts.errors("review.yaml", "version: \"\\u202E" + "9".repeat(400) + "\"\n\"\\e[31m\\n\": 1\n");

        assertThat(errors)
                .containsExactly(
                        "review.yaml:1: version has invisible characters; allowed values: 1",
                        "review.yaml:2: '?[31m?' is an unknown key; allowed values: version, products, thresholds, tolerance, severities, seat-skus, free-skus, more-free-skus, prices, exclusions");
        assertThat(drafts.errors("review.yaml", "version: " + "9".repeat(400)))
                .containsExactly("review.yaml:1: version is " + "9".repeat(40) + "...; allowed values: 1");
        assertThat(drafts.errors("review.yaml", "version: " + "9".repeat(501)))
                .containsExactly("review.yaml:1: version is longer than 500 characters; allowed values: 1");
    }
}
