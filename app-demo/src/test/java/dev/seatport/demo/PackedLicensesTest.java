package dev.seatport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The runnable jar contains the license texts and notices of all its libraries. Maven's list of resolved dependencies is the reference. */
@Tag("packed")
class PackedLicensesTest {
    private static final String TEXTS = "META-INF/licenses/";
    private static final int MIN_TEXT_LENGTH = 500;
    /** Group, artifact, type, version, scope, file and optionally the name of a module. */
    private static final Pattern RESOLVED_LIBRARY = Pattern.compile(
            "\\s*([\\w.-]+):([\\w.-]+):jar:(?:[\\w.-]+:)?([\\w.-]+):(?:compile|runtime):(\\S+\\.jar).*");

    private static final Pattern LICENSE_FILE =
            Pattern.compile("(?s).*(license|notice|copying)[^/]*|(.*/)?about\\.html");
    private static final Pattern DECLARED = Pattern.compile("\\(([^)]+)\\)");

    private JarFile runnable;

    /** A library in the runnable jar. */
    record Library(String group, String artifact, String version, Path jar) {
        @Override
        public String toString() {
            return group + ":" + artifact + ":" + version;
        }
    }

    static Stream<Library> libraries() throws IOException {
        List<String> lines = Files.readAllLines(Path.of(System.getProperty("seatport.libraries")));
        return lines.stream()
                .map(RESOLVED_LIBRARY::matcher)
                .filter(Matcher::matches)
                .map(found -> new Library(found.group(1), found.group(2), found.group(3), Path.of(found.group(4))));
    }

    @BeforeEach
    void open() throws IOException {
        runnable = new JarFile(System.getProperty("seatport.jar"));
    }

    @AfterEach
    void close() throws IOException {
        runnable.close();
    }

    private byte[] packed(String name) throws IOException {
        JarEntry entry = runnable.getJarEntry(name);
        assertThat(entry).as(name).isNotNull();
        try (InputStream in = runnable.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    @Test
    void theListOfLibrariesIsNotEmpty() throws IOException {
        assertThat(libraries())
                .hasSizeGreaterThan(40)
                .anyMatch(library -> library.artifact().equals("vertx-core"));
    }

    @Test
    void everyLibraryWithPomPropertiesInTheJarIsInTheList() throws IOException {
        List<String> artifacts = libraries().map(Library::artifact).toList();

        // Netty contains a relocated part of JCTools, which still has its own pom.properties.
        assertThat(runnable.stream()
                        .map(JarEntry::getName)
                        .filter(name -> name.matches("META-INF/maven/.*/pom\\.properties"))
                        .map(name -> name.split("/", -1)[3])
                        .filter(artifact ->
                                !artifact.startsWith("seatport-") && !artifact.equals("jctools-core-jdk11")))
                .isSubsetOf(artifacts);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void everyLicenseTextOfALibraryIsInTheJar(Library library) throws IOException {
        try (JarFile jar = new JarFile(library.jar().toFile())) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (!entry.isDirectory()
                        && !name.endsWith(".class")
                        && LICENSE_FILE.matcher(name).matches()) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        assertThat(packed(TEXTS + library.artifact() + "-jar/" + entry.getName()))
                                .isEqualTo(in.readAllBytes());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void everyLibraryIsListedWithLicensesWhoseTextsAreInTheJar(Library library) throws IOException {
        String list = new String(packed("META-INF/THIRD-PARTY.txt"), StandardCharsets.UTF_8);
        String line = list.lines()
                .filter(candidate -> candidate.contains("(" + library + " - "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(library + " is not in\n" + list));
        // The licenses precede the name, each in parentheses.
        String licenses = line.strip().replaceAll("^((?:\\([^)]*\\)\\s*)+).*$", "$1");
        List<String> names = DECLARED.matcher(licenses)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(names).isNotEmpty();
        for (String name : names) {
            assertThat(new String(packed(TEXTS + name + ".txt"), StandardCharsets.UTF_8))
                    .as(line)
                    .hasSizeGreaterThan(MIN_TEXT_LENGTH);
        }
    }

    @Test
    void theLicenseOfSeatportIsInTheJar() throws IOException {
        assertThat(packed("META-INF/LICENSE")).isEqualTo(own());
    }

    private static byte[] own() {
        try {
            return Files.readAllBytes(Path.of("..", "LICENSE"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
