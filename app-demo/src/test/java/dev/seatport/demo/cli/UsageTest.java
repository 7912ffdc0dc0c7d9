package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Usage of the command line, and its messages about usage errors. */
class UsageTest {
    private final InProcessShell inProcessShell = InProcessShell.bare();

    @Test
    void aMissingCommandIsRejectedWithAReferenceToTheHelp() {
        assertThat(inProcessShell.run().refused(2).err())
                .contains("command is missing")
                .contains("seatport --help");
    }

    @Test
    void theHelpListsCommandsAndOptionsOfEveryCommand() {
        CommandResult help = inProcessShell.run("--help").fine();

        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .contains("demo ", "sandbox ", "customers ", "customer ", "tenant-seats ", "product-seats ")
                .contains("products ", "licenses ", "report ", "doctor ", "help ")
                .contains("--format", "--output", "--config", "--bom", "-v, --verbose", "-h, --help", "-V, --version")
                .contains("seatport help settings", "seatport help exit-codes");
        assertThat(inProcessShell.run("help").fine().out()).isEqualTo(help.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "init",
                "sandbox",
                "customers",
                "customer",
                "tenant-seats",
                "product-seats",
                "products",
                "licenses",
                "review",
                "doctor",
                "help"
            })
    void theHelpOfACommandIsShortAndHasTwoExamples(String command) {
        CommandResult help = inProcessShell.run(command, "--help").fine();

        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .startsWith("Usage: seatport " + command)
                .contains("Examples:", "seatport --help", "seatport help settings", "seatport help exit-codes")
                .doesNotContain("--verbose", "SEATPORT_");
        assertThat(help.out().lines().filter(line -> line.startsWith("  $ seatport " + command)))
                .hasSize(2);
        assertThat(help.out().lines())
                .hasSizeLessThanOrEqualTo(40)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(inProcessShell.run("help", command).fine().out()).isEqualTo(help.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "review --only nope | unknown finding kind 'nope'; allowed values: unassigned-licenses, ",
                "review --fail-on nope | --fail-on 'nope' is no severity; allowed values: ",
                "review --limit 0 | --limit 0 is not allowed; allowed values: ",
                "review --sort name --format json | --all, --sort and --limit need --format table; ",
                "review --rows positions | --rows positions needs another format; ",
                "review --resume-within PT1H | --resume-within needs --resume FILE",
                "review --customer EMPTY | the customer is empty, blank or the empty GUID; ",
                "review --customer a --unmatched-licenses | --unmatched-licenses needs a review of all customers; ",
                "review --baseline none.json | --baseline none.json does not exist; ",
                "review --policy none.yaml | none.yaml",
                "customers --vendor nope | unknown vendor 'nope'; allowed values: ",
                "customers --format html | only 'seatport review' can write html; allowed values: ",
                "customer a --vendor nope | unknown vendor 'nope'; allowed values: ",
                "licenses a b --vendor nope | unknown vendor 'nope'; allowed values: ",
                "product-seats a --product nope | unknown product 'nope'; allowed values: a product code",
                "tenant-seats a --kind nope | unknown tenant kind 'nope'; allowed values: "
            })
    void aWrongArgumentIsReportedBeforeAMissingSetting(String command, String message) {
        String[] arguments = Pattern.compile(" ")
                .splitAsStream(command)
                .map(argument -> argument.equals("EMPTY") ? "" : argument)
                .toArray(String[]::new);

        assertThat(inProcessShell.run(arguments).refused(2).err()).contains(message);
    }

    @Test
    void theHelpOfAReviewListsTheKindsOfFindings() {
        assertThat(inProcessShell.run("review", "--help").fine().out())
                .contains("unassigned-licenses,", "vendors-disagree,", "tenant-unknown-to-vendor");
    }

    @Test
    void theTopicsOfTheHelpAreExitCodesAndSettings() {
        assertThat(inProcessShell.run("help", "exit-codes").fine().out())
                .containsPattern("(?m)^ +0 +\\S")
                .containsPattern("(?m)^ +5 +\\S")
                .containsPattern("(?m)^ +130 +\\S");
        assertThat(inProcessShell.run("help", "settings").fine().out())
                .contains("SEATPORT_AVEPOINT_CLIENT_ID=", "-Dseatport.avepoint.client-id=", "SEATPORT_CONFIG")
                .contains("seatport.c3.resource (required)", "seatport.review.licenses-from", "seatport.ca-file");
        assertThat(inProcessShell.run("help", "nonsense").refused(2).err())
                .contains("unknown topic 'nonsense'", "exit-codes, settings");
    }

    @Test
    void aDashAsOutputIsStandardOutput() {
        String out = inProcessShell.run("products").fine().out();

        assertThat(inProcessShell.run("products", "--output", "-").fine().out()).isEqualTo(out);
        assertThat(inProcessShell.run("products", "--metrics", "-").refused(2).err())
                .contains("--metrics cannot write to standard output");
    }

    @Test
    void csvBeginsWithAByteOrderMarkOnRequest() {
        String out = inProcessShell.run("products", "--format", "csv").fine().out();

        assertThat(inProcessShell
                        .run("products", "--format", "csv", "--bom")
                        .fine()
                        .out())
                .isEqualTo("\uFEFF" + out);
        assertThat(inProcessShell.run("products", "--bom").refused(2).err()).contains("--bom needs --format csv");
    }

    @Test
    void optionsWithoutAnEffectAreRejected() {
        assertThat(inProcessShell.run("demo", "--config", "x").refused(2).err())
                .contains("--config has no effect here");
        assertThat(inProcessShell.run("sandbox", "--config", "x").refused(2).err())
                .contains("--config has no effect here");
        assertThat(inProcessShell.run("sandbox", "--metrics", "x").refused(2).err())
                .contains("--metrics has no effect here");
    }

    @Test
    void aRepeatedOptionIsRejected() {
        assertThat(inProcessShell
                        .run("demo", "--customers", "1", "--customers", "2")
                        .refused(2)
                        .err())
                .contains("--customers is given more than once");
    }

    @ParameterizedTest
    @CsvSource({"products --format xml, products", "tenant-seats c --kind x, tenant-seats", "'', ''", "list, ''"})
    void everyUsageErrorEndsWithAHint(String arguments, String command) {
        String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);

        assertThat(inProcessShell.run(words).refused(2).err())
                .endsWith("; see 'seatport " + (command.isEmpty() ? "" : command + " ") + "--help'\n");
    }

    @ParameterizedTest
    @CsvSource({
        "sandbox, --port=N",
        "sandbox, --customers=N",
        "demo, --customers=N",
        "customers, --vendor=VENDOR",
        "customer, --vendor=VENDOR",
        "tenant-seats, --kind=KIND",
        "tenant-seats, --tenant=ID",
        "tenant-seats, --seat-status=STATUS",
        "product-seats, --product=PRODUCT"
    })
    void theHelpOfACommandHasItsOwnOptions(String command, String option) {
        assertThat(inProcessShell.run(command, "--help").fine().out()).contains(option);
    }

    @Test
    void theVersionIsPrinted() {
        assertThat(inProcessShell.run("--version").fine().out()).matches("seatport \\S+\\R");
        assertThat(inProcessShell.run("customers", "--version").fine().out()).matches("seatport \\S+\\R");
    }

    @Test
    void theHelpIsColouredOnlyOnATerminal() {
        assertThat(inProcessShell.run("--help").out()).doesNotContain("\u001b");
        assertThat(inProcessShell.onTerminal().run("--help").out()).contains("\u001b[");
        assertThat(inProcessShell
                        .onTerminal()
                        .variable("NO_COLOR", "1")
                        .run("--help")
                        .out())
                .doesNotContain("\u001b");
    }

    @Test
    void anUnknownCommandIsRejectedWithASimilarOne() {
        assertThat(inProcessShell.run("custmers").refused(2).err())
                .contains("'custmers'")
                .contains("did you mean customers");
    }

    @Test
    void anUnknownOptionIsRejectedWithASimilarOne() {
        assertThat(inProcessShell.run("customers", "--vendr", "c3").refused(2).err())
                .contains("'--vendr'")
                .contains("did you mean --vendor")
                .contains("seatport customers --help");
    }

    @Test
    void anUnknownOptionIsNamedWithoutTheNextArgument() {
        assertThat(inProcessShell.run("customers", "--frmat", "json").refused(2).err())
                .contains("'--frmat'; did you mean --format?")
                .doesNotContain("json");
    }

    @Test
    void anUnknownCommandWithoutASimilarOneIsRejectedWithTheList() {
        assertThat(inProcessShell.run("list").refused(2).err())
                .contains("unknown command 'list'; available commands: demo, init, sandbox, customers,")
                .contains("help; see 'seatport --help'");
    }

    @Test
    void anUnexpectedArgumentOfAListingIsNamed() {
        assertThat(inProcessShell.run("customers", "extra").refused(2).err()).contains("unexpected argument 'extra'");
    }

    @Test
    void anInvalidNumberIsRejectedWithTheAllowedValues() {
        assertThat(inProcessShell.run("sandbox", "--port", "1x").refused(2).err())
                .contains("--port '1x' is not allowed; allowed values: 0 to 65535");
    }

    @ParameterizedTest
    @CsvSource({"--output, --metrics", "--output, --config", "--metrics, --config"})
    void oneFileForTwoOptionsIsRejected(String one, String other) {
        assertThat(inProcessShell
                        .run("customers", one, "a/../file", other, "file")
                        .refused(2)
                        .err())
                .contains(one + " and " + other + " name the same file");
    }

    @Test
    void anOutputFileThatIsThePolicyIsRejected() {
        assertThat(inProcessShell
                        .run("demo", "--policy", "review.yaml", "--output", "review.yaml")
                        .refused(2)
                        .err())
                .contains("--output and --policy name the same file");
    }

    @ParameterizedTest
    @CsvSource({"--output, pages", "--output, pages/index.csv", "--resume, pages", "--policy, pages/../pages/index.csv"
    })
    void aFolderForPagesThatIsAFileOfAnotherOptionIsRejected(String option, String file) {
        assertThat(inProcessShell
                        .run("demo", "--per-customer", "pages", option, file)
                        .refused(2)
                        .err())
                .contains("--per-customer", option, "name the same file");
    }

    @Test
    void anUnknownFormatIsRejectedWithTheList() {
        assertThat(inProcessShell.run("products", "--format", "xml").refused(2).err())
                .containsIgnoringCase("table, json, ndjson, csv, html")
                .contains("'xml'");
    }

    @Test
    void anUnknownSeatStatusIsRejectedWithTheList() {
        assertThat(inProcessShell
                        .run("tenant-seats", "x", "--seat-status", "free")
                        .refused(2)
                        .err())
                .containsIgnoringCase("available, assigned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant-seats", "licenses"})
    void aMissingArgumentIsNamed(String command) {
        assertThat(inProcessShell.run(command).refused(2).err()).contains("the argument CUSTOMER is missing");
    }

    @Test
    void aMissingProductIsNamed() {
        assertThat(inProcessShell.run("product-seats", "x").refused(2).err()).contains("--product");
    }

    @Test
    void anUnexpectedArgumentIsNamed() {
        assertThat(inProcessShell.run("products", "please").refused(2).err()).contains("'please'");
    }

    @Test
    void aWordInPlaceOfANumberIsRejected() {
        assertThat(inProcessShell.run("sandbox", "--port", "http").refused(2).err())
                .contains("'http'");
    }

    @Test
    void sharedOptionsMayPrecedeOrFollowTheCommand() {
        String after = inProcessShell.run("products", "--format", "json").fine().out();

        assertThat(inProcessShell.run("--format", "json", "products").fine().out())
                .isEqualTo(after);
        assertThat(inProcessShell.run("--format=JSON", "products").fine().out()).isEqualTo(after);
        assertThat(after).startsWith("[");
    }

    @Test
    void anArgumentWithControlCharactersIsReportedOnOneSafeLine() {
        String hostile = "x\u001b[31m\nseatport: fine\u2028\u202ey\u009b";

        for (CommandResult commandResult : new CommandResult[] {
            inProcessShell.run(hostile),
            inProcessShell.run("customers", "--vendor", hostile),
            inProcessShell.run("tenant-seats", "c", "--kind", hostile),
            inProcessShell.run("product-seats", "c", "--product", hostile),
            inProcessShell.run("products", "--format", hostile),
            inProcessShell.run("customers", "--config", hostile),
            inProcessShell.run("products", "--output", "/nowhere/" + hostile)
        }) {
            assertThat(commandResult.out()).isEmpty();
            assertThat(commandResult.code()).isIn(2, 5);
            assertThat(commandResult.err()).hasLineCount(1).doesNotContainPattern("[\u001b\u2028\u202e\u009b\r]");
        }
    }
}
