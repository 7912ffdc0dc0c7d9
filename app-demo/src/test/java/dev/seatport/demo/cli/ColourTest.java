package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Colours appear only on a terminal without NO_COLOR, and add no information to the text. */
class ColourTest {
    private static final String[] REPORT = {"demo", "--customers", "28"};

    @Test
    void appearsOnATerminal() {
        assertThat(InProcessShell.bare().onTerminal().run(REPORT).fine().out())
                .contains("\u001b[1;31mCRITICAL")
                .contains("\u001b[0m");
    }

    @Test
    void doesNotAppearWithoutATerminal() {
        assertThat(InProcessShell.bare().run(REPORT).fine().out())
                .contains("CRITICAL")
                .doesNotContain("\u001b");
    }

    @Test
    void doesNotAppearWithNoColor() {
        assertThat(InProcessShell.bare()
                        .onTerminal()
                        .variable("NO_COLOR", "1")
                        .run(REPORT)
                        .fine()
                        .out())
                .doesNotContain("\u001b");
    }

    @Test
    void appearsIfNoColorIsEmpty() {
        assertThat(InProcessShell.bare()
                        .onTerminal()
                        .variable("NO_COLOR", "")
                        .run(REPORT)
                        .fine()
                        .out())
                .contains("\u001b[");
    }

    @Test
    void doesNotAppearInFormatsForPrograms() {
        for (String format : new String[] {"json", "csv"}) {
            assertThat(InProcessShell.bare()
                            .onTerminal()
                            .run("demo", "--customers", "28", "--format", format)
                            .fine()
                            .out())
                    .doesNotContain("\u001b");
        }
    }

    /** Two runs differ only in the correlation ids of concurrent requests. */
    @Test
    void addsNoInformationToTheText() {
        String plain = InProcessShell.bare()
                .onTerminal()
                .variable("NO_COLOR", "1")
                .run(REPORT)
                .out();
        String coloured = InProcessShell.bare().onTerminal().run(REPORT).out();

        assertThat(withoutCorrelationIds(coloured.replaceAll("\u001b\\[[0-9;]*m", "")))
                .isEqualTo(withoutCorrelationIds(plain));
    }

    private static String withoutCorrelationIds(String printed) {
        return printed.replaceAll("correlation [-0-9a-z]+\\)", "correlation)");
    }
}
