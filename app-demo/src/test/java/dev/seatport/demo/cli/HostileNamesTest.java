package dev.seatport.demo.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names from vendors with formulas, escape sequences and broken characters are printed safely. */
@Tag("slow")
class HostileNamesTest {
    /** Colours, a title, a bell, C1 controls, line breaks and marks that change the text direction. */
    private static final String ESCAPES =
            "a\u001b[31mb\u001b]0;t\u0007c\u009b2Jd\u0085e\rf\ng\u2028h\u2029i\u202ej\u2066k\u200fl\u0000m\u007fn\ufeffo";

    private static final String TERMINAL_CONTROLS =
            "[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]";

    private static FakeVendors vendors;

    @BeforeAll
    static void start() {
        vendors = FakeVendors.start();
    }

    @BeforeEach
    void reset() {
        vendors.reset();
    }

    @AfterAll
    static void stop() {
        vendors.close();
    }

    private static CommandResult run(String... arguments) {
        return InProcessShell.with(vendors.settings()).run(arguments);
    }

    private static String named(String name) {
        return FakeVendors.customer("id", name);
    }

    @Nested
    class InCsv {
        private static final String HEADER =
                "vendor,id,organization,ownerEmail,status,statusText,country,tenants,tenantsWithoutId,deleted,countryCode";

        private static String lines(String... lines) {
            return String.join("\r\n", lines) + "\r\n";
        }

        private static List<String[]> parse(String csv) throws IOException {
            try (MappingIterator<String[]> rows = new CsvMapper()
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                    .readerFor(String[].class)
                    .readValues(csv)) {
                return rows.readAll();
            }
        }

        private String printed(String name) throws IOException {
            vendors.customers(named(name));
            List<String[]> rows =
                    parse(run("customers", "--format", "csv").fine().out());
            assertThat(rows).hasSize(2);
            return rows.get(1)[2];
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "=HYPERLINK(\"http://x\")",
                    "+1+1",
                    "-1+1",
                    "-5",
                    "@SUM(A1)",
                    " =1+1",
                    "\u200b=1+1",
                    "\ufeff=1+1",
                    "\u00a0=1+1",
                    " \u200b\u00ad =1+1",
                    "\"=1+1",
                    "＝1+1",
                    "﹢1+1",
                    "\u22121+1",
                    "＋1",
                    "－1",
                    "＠x",
                    "=",
                    "=\"a\",\"b\"\n"
                })
        void areNoFormulas(String name) throws IOException {
            assertThat(printed(name)).isEqualTo("'" + name);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "plain",
                    "a,b",
                    "a;b",
                    "a\"b\"c",
                    "\"",
                    "a\nb",
                    "a\r\nb",
                    "a=b",
                    "emoji 😀 日本語 \u2028",
                    "'",
                    "#x",
                    "\\",
                    " blanks "
                })
        void areUnchanged(String name) throws IOException {
            assertThat(printed(name)).isEqualTo(name);
        }

        @Test
        void areQuotedByRfc4180() {
            vendors.customers(named("a \"b\", c"));

            assertThat(run("customers", "--format", "csv").fine().out())
                    .isEqualTo(lines(
                            HEADER, "avepoint,id,\"a \"\"b\"\", c\",o@example.com,WORKING,Working,Norway,,0,false,NO"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a;|=1+1",
                    "x;|-2+3+cmd|' /C calc'!A0",
                    "a\t|=1",
                    "a\t| =1",
                    "a; |\u200b=1",
                    "a\n|@x",
                    "a\r\n|+1",
                    "a\u2028|=1",
                    "a;b;|=1",
                    "a;|\"=1",
                    "a;|＝1"
                })
        void areNoFormulasWhereASpreadsheetMaySplitACell(String parts) throws IOException {
            // The first bar marks the expected place of the quote.
            String name = parts.replaceFirst("\\|", "");
            int part = parts.indexOf('|');
            while (part > 0 && " \u200b".indexOf(name.charAt(part - 1)) >= 0) {
                part--;
            }

            assertThat(printed(name)).isEqualTo(name.substring(0, part) + "'" + name.substring(part));
        }

        @Test
        void areNoFormulasAfterSeparatorsThatSpreadsheetsTreatDifferently() throws IOException {
            assertThat(printed("\t=1+1")).isEqualTo("'\t'=1+1");
            assertThat(printed("\r\n=1")).isEqualTo("'\r\n'=1");
            assertThat(printed("\n;=1;=2")).isEqualTo("\n;'=1;'=2");
        }

        @Test
        void containNoNulCharacter() throws IOException {
            assertThat(printed("a\u0000b")).isEqualTo("a\uFFFDb");
            assertThat(printed("\u0000=1")).isEqualTo("'\uFFFD=1");
        }

        @Test
        void moveNoCursorOnATerminal() {
            vendors.customers(named(ESCAPES));
            vendors.respond(200, named(ESCAPES));

            for (String[] command : new String[][] {{"customers"}, {"customer", "id"}}) {
                List<String> arguments = new ArrayList<>(List.of(command));
                arguments.addAll(List.of("--format", "csv"));
                String out = InProcessShell.with(vendors.settings())
                        .onTerminal()
                        .run(arguments.toArray(String[]::new))
                        .fine()
                        .out();

                assertThat(out.replace("\r\n", "\n")).doesNotContainPattern(TERMINAL_CONTROLS);
                assertThat(out.lines()).hasSize(2);
            }
        }

        @Test
        void moveNoCursorOnATerminalInAReview() {
            vendors.c3("[]");
            vendors.page(1, 1, named(ESCAPES));
            vendors.respond(403, "{}");

            String out = InProcessShell.with(vendors.settings())
                    .onTerminal()
                    .run("review", "--format", "csv")
                    .out();

            assertThat(out).contains("GAP");
            assertThat(out.replace("\r\n", "\n")).doesNotContainPattern(TERMINAL_CONTROLS);
        }

        @Test
        void areJoinedInOneCellIfThereAreSeveral() throws IOException {
            vendors.c3("[{\"ProductSkuId\":\"s\",\"ActiveUnits\":1,\"ConsumedUnits\":4,\"AvailableUnits\":-3,"
                    + "\"SubcriptionNames\":\" A(Monthly), B(Annual), C\"}]");

            String out = run("licenses", "c", "t", "--format", "csv").fine().out();

            assertThat(out)
                    .isEqualTo(lines(
                            "skuId,productName,purchased,assigned,available,tenantTotal,warning,suspended,lockedOut,assignable,"
                                    + "offers,renewal,note",
                            "s,,1,4,-3,,,,,true,A (MONTHLY); B (ANNUAL); C,,"));
        }

        @Test
        void areOnlyAHeaderWithoutCustomers() {
            vendors.customers();

            assertThat(run("customers", "--format", "csv").fine().out()).isEqualTo(lines(HEADER));
        }
    }

    @Nested
    class WithAnUnpairedSurrogate {
        @ParameterizedTest
        @ValueSource(strings = {"table", "json", "ndjson", "csv", "html"})
        void areWrittenWithAReplacementCharacterInAReview(String format) {
            for (String half : List.of("\\ud83d", "\\ude00", "\\ude00\\ud83d")) {
                vendors.c3("[]");
                vendors.page(1, 1, FakeVendors.customer("id", "NAME").replace("NAME", "Broken " + half + " name"));
                vendors.respond(403, "{}");

                CommandResult commandResult = run("review", "--format", format);

                assertThat(commandResult.code()).as(commandResult.err()).isEqualTo(4);
                assertThat(commandResult.out()).contains("Broken \uFFFD").doesNotContain("Broken ?");
            }
        }

        @Test
        void keepCompleteEmoji() {
            vendors.customers(FakeVendors.customer("id", "NAME").replace("NAME", "\\ud83d\\ude00 \\ud83d"));

            assertThat(run("customers", "--format", "json")
                            .fine()
                            .json()
                            .get(0)
                            .path("organization")
                            .asText())
                    .isEqualTo("\ud83d\ude00 \uFFFD");
        }
    }

    @Nested
    class InJson {
        @ParameterizedTest
        @ValueSource(strings = {ESCAPES, "a\"b\\c/d\n", "emoji 😀 日本語", "</script>", "\u2028\u2029", "{\"a\":1}"})
        void areUnchangedAndMoveNoCursor(String name) throws JsonProcessingException {
            vendors.customers(named(name));
            vendors.respond(200, named(name));

            CommandResult listing = run("customers", "--format", "json").fine();
            CommandResult one = run("customer", "id", "--format", "json").fine();

            assertThat(listing.json().get(0).path("organization").asText()).isEqualTo(name);
            assertThat(one.json().path("organization").asText()).isEqualTo(name);
            assertThat(listing.out()).doesNotContainPattern(TERMINAL_CONTROLS);
            assertThat(one.out()).doesNotContainPattern(TERMINAL_CONTROLS);
        }

        @Test
        void areNotEscapedIfTheyAreHarmless() {
            vendors.customers(named("Größe 日本 😀"));

            assertThat(run("customers", "--format", "json").out()).contains("\"Größe 日本 😀\"");
        }

        @Test
        void areAnEmptyListWithoutCustomers() {
            vendors.customers();

            assertThat(run("customers", "--format", "json").fine().out()).isEqualTo("[]\n");
        }
    }

    @Nested
    class InErrorLines {
        @Test
        void keepTheErrorOnOneLine() {
            vendors.respond(aResponse()
                    .withStatus(403)
                    .withHeader("request-id", "rq\u001b[31m\u009b\u202e")
                    .withBody("{\"message\":\"" + "CANARY\\u001b\\n" + "\"}"));

            assertThat(run("customers").refused(3).err()).doesNotContainPattern(TERMINAL_CONTROLS);
        }

        @Test
        void ofC3KeepTheErrorOnOneLine() {
            vendors.respond(
                    400,
                    "{\"Status\":\"Error\",\"ErrorMessage\":\"E\\n\\u001b[31m\",\"RequestCorrelationID\":"
                            + "\"c\\u001b\\r\\nseatport: fine\\u202e\",\"Data\":[{\"Atribute\":\"A\\n\\u001b\","
                            + "\"Message\":\"M\\u2028\"}]}");

            assertThat(run("licenses", "c", "t").refused(3).err()).doesNotContainPattern(TERMINAL_CONTROLS);
        }
    }
}
