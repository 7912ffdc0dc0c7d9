package com.example.lending.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the snippets of the guide are in the examples, and that the guide explains each rule. */
class RulesGuideTest {
    private static final Path GUIDE = Path.of("..", "..", "docs", "architecture-rules.md");
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
    void eachRuleOfAPlantedViolatorIsExplained() throws IOException {
        String guide = Files.readString(GUIDE);
        try (Stream<Path> files = Files.list(Path.of("src", "test", "planted"))) {
            for (Path file : files.toList()) {
                String rule = Files.readString(file).lines().findFirst().orElseThrow();
                assertThat(guide).contains("| `" + rule.replace("// ", "") + "` |");
            }
        }
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
