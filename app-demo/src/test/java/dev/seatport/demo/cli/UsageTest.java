package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the command line is used, and how it answers who gets it wrong. */
class UsageTest {
    private final Shell shell = Shell.bare();

    @Test
    void aMissingCommandIsRefusedWithAHintAtTheHelp() {
        assertThat(shell.run().refused(2).err()).contains("command is missing").contains("seatport --help");
    }

    @Test
    void theHelpListsCommandsOptionsExitCodesAndSettings() {
        Outcome help = shell.run("--help").fine();

        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .contains("demo ", "sandbox ", "customers ", "customer ", "tenant-seats ", "product-seats ")
                .contains("products ", "licenses ", "report ", "doctor ")
                .contains("--format", "--output", "--config", "-v, --verbose", "-h, --help", "-V, --version")
                .containsPattern("(?m)^ +0 +\\S")
                .containsPattern("(?m)^ +2 +\\S")
                .containsPattern("(?m)^ +3 +\\S")
                .containsPattern("(?m)^ +4 +\\S")
                .containsPattern("(?m)^ +5 +\\S")
                .containsPattern("(?m)^ +70 +\\S")
                .containsPattern("(?m)^ +130 +\\S")
                .contains("SEATPORT_AVEPOINT_CLIENT_ID", "SEATPORT_CONFIG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "sandbox",
                "customers",
                "customer",
                "tenant-seats",
                "product-seats",
                "products",
                "licenses",
                "review",
                "doctor"
            })
    void everyCommandHasAHelpWithTheOptionsOfAllAndTheExitCodes(String command) {
        Outcome help = shell.run(command, "--help").fine();

        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .startsWith("Usage: seatport " + command)
                .contains("--format", "--output", "--config", "--verbose", "--version")
                .contains("Exit codes:")
                .contains("SEATPORT_AVEPOINT_CLIENT_ID");
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
    void everyOptionOfItsOwnIsInACommandsHelp(String command, String option) {
        assertThat(shell.run(command, "--help").fine().out()).contains(option);
    }

    @Test
    void theVersionIsTold() {
        assertThat(shell.run("--version").fine().out()).matches("seatport \\S+\\R");
        assertThat(shell.run("customers", "--version").fine().out()).matches("seatport \\S+\\R");
    }

    @Test
    void theHelpIsColouredForAPersonOnly() {
        assertThat(shell.run("--help").out()).doesNotContain("\u001b");
        assertThat(shell.onTerminal().run("--help").out()).contains("\u001b[");
        assertThat(shell.onTerminal().variable("NO_COLOR", "1").run("--help").out())
                .doesNotContain("\u001b");
    }

    @Test
    void anUnknownCommandIsRefusedWithOneThatIsNearIt() {
        assertThat(shell.run("custmers").refused(2).err())
                .contains("'custmers'")
                .contains("did you mean customers");
    }

    @Test
    void anUnknownOptionIsRefusedWithOneThatIsNearIt() {
        assertThat(shell.run("customers", "--vendr", "c3").refused(2).err())
                .contains("'--vendr'")
                .contains("did you mean --vendor")
                .contains("seatport customers --help");
    }

    @Test
    void anUnknownOptionIsNamedWithoutWhatStandsBehindIt() {
        assertThat(shell.run("customers", "--frmat", "json").refused(2).err())
                .contains("'--frmat'; did you mean --format?")
                .doesNotContain("json");
    }

    @Test
    void aCommandThatIsLikeNoneIsRefusedWithTheList() {
        assertThat(shell.run("help").refused(2).err())
                .contains("'help' is no command; legal: demo, sandbox, customers,")
                .contains("doctor; see 'seatport --help'");
    }

    @Test
    void anArgumentTooManyIsNamed() {
        assertThat(shell.run("customers", "extra").refused(2).err())
                .contains("'extra' is more than this command takes");
    }

    @Test
    void aNumberThatIsNoneIsRefusedWithThoseThatAre() {
        assertThat(shell.run("sandbox", "--port", "1x").refused(2).err())
                .contains("'1x' is not an int; legal: 0 to 65535");
    }

    @ParameterizedTest
    @CsvSource({"--output, --metrics", "--output, --config", "--metrics, --config"})
    void oneFileForTwoThingsIsRefused(String one, String other) {
        assertThat(shell.run("customers", one, "a/../file", other, "file")
                        .refused(2)
                        .err())
                .contains(one + " and " + other + " name one file");
    }

    @Test
    void aPolicyThatWouldBeOverwrittenIsRefused() {
        assertThat(shell.run("demo", "--policy", "review.yaml", "--output", "review.yaml")
                        .refused(2)
                        .err())
                .contains("--output and --policy name one file");
    }

    @Test
    void anUnknownFormatIsRefusedWithTheList() {
        assertThat(shell.run("products", "--format", "xml").refused(2).err())
                .containsIgnoringCase("table, json, ndjson, csv, html")
                .contains("'xml'");
    }

    @Test
    void anUnknownSeatStatusIsRefusedWithTheList() {
        assertThat(shell.run("tenant-seats", "x", "--seat-status", "free")
                        .refused(2)
                        .err())
                .containsIgnoringCase("available, assigned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "tenant-seats", "product-seats", "licenses"})
    void aMissingArgumentIsNamed(String command) {
        assertThat(shell.run(command).refused(2).err()).contains("issing required");
    }

    @Test
    void aMissingProductIsNamed() {
        assertThat(shell.run("product-seats", "x").refused(2).err()).contains("--product");
    }

    @Test
    void anArgumentTooManyIsRefused() {
        assertThat(shell.run("products", "please").refused(2).err()).contains("'please'");
    }

    @Test
    void aValueThatIsNoNumberIsRefused() {
        assertThat(shell.run("sandbox", "--port", "http").refused(2).err()).contains("'http'");
    }

    @Test
    void optionsOfAllMayStandBeforeAndBehindTheCommand() {
        String behind = shell.run("products", "--format", "json").fine().out();

        assertThat(shell.run("--format", "json", "products").fine().out()).isEqualTo(behind);
        assertThat(shell.run("--format=JSON", "products").fine().out()).isEqualTo(behind);
        assertThat(behind).startsWith("[");
    }

    @Test
    void anArgumentWithLineBreaksAndEscapesIsComplainedAboutOnOneHarmlessLine() {
        String hostile = "x\u001b[31m\nseatport: fine\u2028\u202ey\u009b";

        for (Outcome outcome : new Outcome[] {
            shell.run(hostile),
            shell.run("customers", "--vendor", hostile),
            shell.run("tenant-seats", "c", "--kind", hostile),
            shell.run("product-seats", "c", "--product", hostile),
            shell.run("products", "--format", hostile),
            shell.run("customers", "--config", hostile),
            shell.run("products", "--output", "/nowhere/" + hostile)
        }) {
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.code()).isIn(2, 5);
            assertThat(outcome.err()).hasLineCount(1).doesNotContainPattern("[\u001b\u2028\u202e\u009b\r]");
        }
    }
}
