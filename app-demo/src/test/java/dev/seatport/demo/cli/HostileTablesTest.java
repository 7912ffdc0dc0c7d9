package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables keep their layout for any name from a vendor. */
class HostileTablesTest {
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

    /** Makes AvePoint list customers with these names. */
    private static void listed(String... names) {
        String[] rows = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            rows[i] = FakeVendors.customer("c" + i, names[i]);
        }
        vendors.customers(rows);
    }

    @Test
    void moveNoCursorAndBreakNoLine() {
        vendors.customers(named(ESCAPES));

        String out = run("customers").fine().out();

        assertThat(out).doesNotContainPattern(TERMINAL_CONTROLS);
        assertThat(out.lines()).hasSize(3);
        assertThat(out).contains("a?[31mb?]0;t?c?2Jd?e?f?g?h?i?j?k?l?m?n?o");
    }

    @Test
    void moveNoCursorInATableOfOneValue() {
        vendors.respond(200, named(ESCAPES));

        String out = run("customer", "id").fine().out();

        assertThat(out).doesNotContainPattern(TERMINAL_CONTROLS);
        assertThat(out.lines()).hasSize(11);
    }

    @Test
    void moveNoCursorInAReview() {
        vendors.c3("[]");
        vendors.page(1, 1, named(ESCAPES));
        vendors.respond(403, "{}");

        CommandResult commandResult = run("report");

        assertThat(commandResult.code()).isEqualTo(4);
        assertThat(commandResult.out()).contains("MISSING").doesNotContainPattern(TERMINAL_CONTROLS);
        assertThat(commandResult.err()).doesNotContainPattern(TERMINAL_CONTROLS);
    }

    @Test
    void areTruncatedIfTheyAreVeryLong() {
        listed("long ".repeat(40_000), "x".repeat(200_000));

        String out = run("customers").fine().out();

        assertThat(out).contains("…").hasSizeLessThan(5_000);
        assertThat(out.lines()).allMatch(line -> line.length() < 300);
        assertThat(run("customers", "--format", "json")
                        .json()
                        .get(1)
                        .path("organization")
                        .asText())
                .hasSize(200_000);
    }

    @Test
    void areAlignedInEveryAlphabet() {
        listed("日本語の会社", "emoji 😀🎉", "e\u0301galite\u0301", "plain", "Ελληνικά");

        List<String> lines = run("customers").fine().out().lines().toList();

        // Expected terminal columns: a wide character takes two, a combining accent takes none.
        assertThat(lines.get(1)).contains("----+--------------+");
        assertThat(lines.get(2)).contains(" c0 | 日本語の会社 | Working |");
        assertThat(lines.get(3)).contains(" c1 | emoji 😀🎉   | Working |");
        assertThat(lines.get(4)).contains(" c2 | e\u0301galite\u0301      | Working |");
        assertThat(lines.get(5)).contains(" c3 | plain        | Working |");
        assertThat(lines.get(6)).contains(" c4 | Ελληνικά     | Working |");
    }

    @Test
    void areWrappedAtBlanksAndNeverInsideACharacter() {
        listed("🙂".repeat(50), "word ".repeat(20).strip());

        List<String> lines = InProcessShell.with(vendors.settings())
                .onTerminal()
                .variable("COLUMNS", "80")
                .run("customers")
                .fine()
                .out()
                .lines()
                .toList();

        assertThat(lines).hasSize(8).allSatisfy(line -> assertThat(line).doesNotContain("?"));
        assertThat(lines.get(2)).containsPattern(" c0 \\| (🙂){20,}");
        assertThat(lines.get(5)).containsPattern(" c1 \\| (word ){7,} +\\| Working");
    }

    @Test
    void keepZeroWidthJoiners() {
        String family = "👩\u200d👧";
        vendors.customers(named(family));

        assertThat(run("customers").fine().out()).contains(family);
    }
}
