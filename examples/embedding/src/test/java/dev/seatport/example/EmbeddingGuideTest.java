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

/** Checks that the snippets of the guide are the source regions of the examples. */
class EmbeddingGuideTest {
    private static final Pattern SNIPPET =
            Pattern.compile("^```(?:java|xml)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    /** The README shows the region of this file. */
    private static final String README_EXAMPLE = "SeatsOfEveryCustomer.java";

    @Test
    void guideShowsEachRegionOfTheExamplesAndNothingElse() throws IOException {
        List<String> snippets = new ArrayList<>();
        Matcher snippet = SNIPPET.matcher(Files.readString(Path.of(System.getProperty("seatport.example.guide"))));
        while (snippet.find()) {
            snippets.add(snippet.group(1).stripTrailing());
        }

        assertThat(snippets).containsExactlyInAnyOrderElementsOf(regions());
    }

    private static Path springBoot() {
        return SourceRegions.module().resolve("../spring-boot");
    }

    /** Returns the regions of a Spring Boot example, which show the import of the BOM. */
    private static List<String> bomImports(String example) throws IOException {
        return SourceRegions.of(springBoot().resolve(example).resolve("pom.xml"));
    }

    @Test
    void springBootExamplesImportTheBomInTheSameWay() throws IOException {
        assertThat(bomImports("boot-3")).isNotEmpty().isEqualTo(bomImports("boot-4"));
    }

    private static List<String> regions() throws IOException {
        List<String> regions =
                new ArrayList<>(SourceRegions.of(SourceRegions.module().resolve("pom.xml")));
        regions.addAll(bomImports("boot-4"));
        for (Path sources :
                List.of(SourceRegions.module().resolve("src"), springBoot().resolve("src"))) {
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(file -> !file.endsWith(README_EXAMPLE))
                        .toList()) {
                    regions.addAll(SourceRegions.of(file));
                }
            }
        }
        return regions;
    }
}
