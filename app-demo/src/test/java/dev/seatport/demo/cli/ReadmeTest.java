package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README shows the output of the demo. */
class ReadmeTest {
    private static final String BEGIN = "$ ./seatport demo\n";

    @Test
    void showsOnlyLinesThatTheDemoPrints() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        List<String> shown = readme.substring(begin, readme.indexOf("```", begin))
                .lines()
                .filter(line -> !line.equals("..."))
                .toList();

        List<String> printed = InProcessShell.bare()
                .run("demo")
                .fine()
                .out()
                .lines()
                .map(String::stripTrailing)
                .toList();

        assertThat(shown).hasSizeGreaterThan(10).isSubsetOf(printed);
    }
}
