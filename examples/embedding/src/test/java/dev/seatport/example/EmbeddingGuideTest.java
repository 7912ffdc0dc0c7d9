package dev.seatport.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide shows the code of the examples: it compiles and passes, or the guide is wrong. */
class EmbeddingGuideTest {
    private static final Pattern SNIPPET =
            Pattern.compile("^```(?:java|xml)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    /** The README shows this one. */
    private static final String OF_THE_README = "SeatsOfEveryCustomer.java";

    @Test
    void everySnippetOfTheGuideIsARegionOfTheExamplesAndEveryRegionIsShown() throws IOException {
        List<String> snippets = new ArrayList<>();
        Matcher snippet = SNIPPET.matcher(Files.readString(Path.of(System.getProperty("seatport.example.guide"))));
        while (snippet.find()) {
            snippets.add(snippet.group(1).stripTrailing());
        }

        assertThat(snippets).containsExactlyInAnyOrderElementsOf(regions());
    }

    /** How an example of Spring Boot imports the BOM. */
    private static List<String> imports(String example) throws IOException {
        return SourceRegions.of(SourceRegions.module()
                .resolve("../spring-boot")
                .resolve(example)
                .resolve("pom.xml"));
    }

    @Test
    void bothExamplesOfSpringBootImportTheBomAlike() throws IOException {
        assertThat(imports("boot-3")).isNotEmpty().isEqualTo(imports("boot-4"));
    }

    private static List<String> regions() throws IOException {
        List<String> regions =
                new ArrayList<>(SourceRegions.of(SourceRegions.module().resolve("pom.xml")));
        regions.addAll(imports("boot-4"));
        try (Stream<Path> files = Files.walk(SourceRegions.module().resolve("src"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(OF_THE_README))
                    .toList()) {
                regions.addAll(SourceRegions.of(file));
            }
        }
        return regions;
    }
}
