package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Colour is for people at a terminal who did not refuse it, and repeats what the words say. */
class ColourTest {
    private static final String[] REPORT = {"demo", "--customers", "28"};

    @Test
    void isThereForAPersonAtATerminal() {
        assertThat(InProcessShell.bare().onTerminal().run(REPORT).fine().out())
                .contains("\u001b[1;31mCRITICAL")
                .contains("\u001b[0m");
    }

    @Test
    void isNotThereWithoutATerminal() {
        assertThat(InProcessShell.bare().run(REPORT).fine().out())
                .contains("CRITICAL")
                .doesNotContain("\u001b");
    }

    @Test
    void isNotThereWhereItIsRefused() {
        assertThat(InProcessShell.bare()
                        .onTerminal()
                        .variable("NO_COLOR", "1")
                        .run(REPORT)
                        .fine()
                        .out())
                .doesNotContain("\u001b");
    }

    @Test
    void isThereWhereTheRefusalIsEmpty() {
        assertThat(InProcessShell.bare()
                        .onTerminal()
                        .variable("NO_COLOR", "")
                        .run(REPORT)
                        .fine()
                        .out())
                .contains("\u001b[");
    }

    @Test
    void isNotThereInFormatsForMachines() {
        for (String format : new String[] {"json", "csv"}) {
            assertThat(InProcessShell.bare()
                            .onTerminal()
                            .run("demo", "--customers", "28", "--format", format)
                            .fine()
                            .out())
                    .doesNotContain("\u001b");
        }
    }

    /** Two runs differ in how the vendors count their requests, which are under way side by side, and in nothing else. */
    @Test
    void repeatsWhatTheWordsSay() {
        String plain = InProcessShell.bare().run(REPORT).out();
        String coloured = InProcessShell.bare().onTerminal().run(REPORT).out();

        assertThat(uncounted(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))).isEqualTo(uncounted(plain));
    }

    private static String uncounted(String printed) {
        return printed.replaceAll("correlation [-0-9a-z]+\\)", "correlation)");
    }
}
