package com.example.lending.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.hexagon.RuleProof;
import dev.seatport.hexagon.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the snippets of the guide are in the examples, and that the guide explains each rule. */
class RulesGuideTest {
    private static final Path GUIDE = Path.of("..", "..", "docs", "architecture-rules.md");
    private static final Path PLANTED = Path.of("src", "test", "planted");
    /** Row of the comparison, with a result for each of five rule sets. */
    private static final Pattern COMPARED = Pattern.compile("^\\| .* \\|(?: (?:yes|no) \\|){5}$", Pattern.MULTILINE);

    private static final Pattern SNIPPET =
            Pattern.compile("^```(?:java|xml)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void eachSnippetIsInAnExample() throws IOException {
        List<String> examples = examples();

        assertThat(SNIPPET.matcher(Files.readString(GUIDE)).results())
                .isNotEmpty()
                .extracting((MatchResult snippet) -> withoutIndentation(snippet.group(1)))
                .allMatch(snippet -> examples.stream().anyMatch(example -> example.contains(snippet)));
    }

    @Test
    void eachSnippetHasALanguage() throws IOException {
        List<String> fences = Files.readString(GUIDE)
                .lines()
                .filter(line -> line.startsWith("```"))
                .toList();

        assertThat(IntStream.range(0, fences.size())
                        .filter(index -> index % 2 == 0)
                        .mapToObj(fences::get))
                .isSubsetOf("```java", "```xml", "```text", "```properties");
    }

    @Test
    void theMessageIsThatOfTheTest() throws IOException {
        String source = Files.readString(PLANTED.resolve("PlantedClock.java"));
        List<Violation> found = RuleProof.of(LendingRulesTest.RULES, LendingRulesTest.RULES.importClasses())
                .violationsWith(source);

        assertThat(found).hasSize(1);
        assertThat(withoutLines(Files.readString(GUIDE)))
                .contains(withoutLines(found.get(0).toString().replace("PlantedClock", "Loan")));
    }

    @Test
    void eachRuleOfAPlantedViolatorIsExplained() throws IOException {
        String guide = Files.readString(GUIDE);
        List<Path> planted = planted();
        for (Path file : planted) {
            String rule = Files.readString(file).lines().findFirst().orElseThrow();
            assertThat(guide).contains("| `" + rule.replace("// ", "") + "` |");
        }
        assertThat(guide).contains("| reported of " + planted.size() + " |");
        assertThat(COMPARED.matcher(guide).results()).hasSameSizeAs(planted);
    }

    private static List<Path> planted() throws IOException {
        try (Stream<Path> files = Files.list(PLANTED)) {
            return files.toList();
        }
    }

    /** Line numbers and breaks differ. */
    private static String withoutLines(String text) {
        return text.replaceAll(":\\d+\\)", ")").replaceAll("\\s+", " ");
    }

    private static List<String> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            List<Path> sources = files.filter(file -> file.toString().contains("rules-"))
                    .filter(file -> !file.toString().contains("target"))
                    .filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith("pom.xml"))
                    .toList();
            return sources.stream().map(RulesGuideTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return withoutIndentation(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutIndentation(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
