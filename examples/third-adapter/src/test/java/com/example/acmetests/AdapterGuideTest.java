package com.example.acmetests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the snippets of the guide are the source regions of this example and of a test of the command line, and its size. */
class AdapterGuideTest {
    private static final Pattern REGION = Pattern.compile(
            "^ *(?://|<!--) begin: ([a-z-]+)[^\\n]*\\n(.*?)^ *(?://|<!--) end: \\1\\b",
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern SNIPPET =
            Pattern.compile("^```(?:java|xml)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern REGION_MARK = Pattern.compile(" *// (?:begin|end): .*");

    private static final String WIRING = "../../app-demo/src/test/java/dev/seatport/demo/wiring";

    @Test
    void guideShowsEachRegionAndNothingElse() throws IOException {
        List<String> snippets = new ArrayList<>();
        Matcher snippet = SNIPPET.matcher(Files.readString(guide()));
        while (snippet.find()) {
            snippets.add(snippet.group(1).stripTrailing());
        }

        assertThat(snippets).containsExactlyInAnyOrderElementsOf(regions());
    }

    @Test
    void guideStatesTheSizeOfTheAdapter() throws IOException {
        long lines = 0;
        try (Stream<Path> files = Files.walk(module().resolve("src/main/java/com"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines += Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank()
                                && !line.startsWith("import ")
                                && !REGION_MARK.matcher(line).matches())
                        .count();
            }
        }

        assertThat(lines).as("lines of an adapter with two ports").isLessThanOrEqualTo(300);
        assertThat(Files.readString(guide())).containsPattern("two\\s+ports\\s+and " + lines + "\\s+lines");
    }

    private static Path guide() {
        return Path.of(System.getProperty("seatport.example.guide"));
    }

    private static Path module() {
        return Path.of(System.getProperty("seatport.example.module"));
    }

    private static List<String> regions() throws IOException {
        Path module = module();
        List<String> regions = new ArrayList<>(regions(module.resolve("pom.xml")));
        regions.addAll(regionsBelow(module.resolve("src")));
        regions.addAll(regionsBelow(module.resolve(WIRING)));
        return regions;
    }

    private static List<String> regionsBelow(Path folder) throws IOException {
        List<String> regions = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                regions.addAll(regions(file));
            }
        }
        return regions;
    }

    /** Returns the regions of a file. Joins parts with the same name, and skips the text between them. */
    private static List<String> regions(Path file) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        Matcher region = REGION.matcher(Files.readString(file));
        while (region.find()) {
            parts.merge(region.group(1), region.group(2), String::concat);
        }
        return parts.values().stream()
                .map(text -> text.stripTrailing().stripIndent())
                .toList();
    }
}
