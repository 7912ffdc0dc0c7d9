package dev.seatport.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments, documents, messages, names and commits of the whole repository follow the rules of CONTRIBUTING.md. */
class PlainLanguageTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> SKIPPED_FOLDERS = Set.of("target", "results", "planted");

    /** CONTRIBUTING.md lists these words, and the reason. */
    private static final Pattern BANNED = Pattern.compile(
            "\\b(?:whoever|whichever|nobody|somebody|comes to|of its own|so many|is told|for good)\\b"
                    + "|\\b(?:[Ww]e|[Oo]ur|(?<![.])us(?![-/])|[Mm]y)\\b|\\bbeside\\b|\\bI\\b(?!/| want to)|\\b[Ww]hat is [^.,;:()]{1,40} is\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** A comment, a text block, a string or a character of Java; whatever comes first. */
    private static final Pattern JAVA =
            Pattern.compile("(?s)(?<comment>//[^\\n]*|/\\*.*?\\*/)|\"\"\"(?<block>.*?)\"\"\""
                    + "|\"(?<string>[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+)\"|'(?:\\\\.|[^'\\\\\\n])+'");

    private static final Pattern QUOTED_CODE =
            Pattern.compile("(?s)```.*?```|`[^`\\n]*`|\\{@code [^}]*}|\\]\\([^)]*\\)|<[^>\\n]+>");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern SUBJECT = Pattern.compile("[a-z0-9.-]+: \\p{Ll}.*");
    private static final int MAX_SUBJECT_CHARACTERS = 72;
    /** Older commits were written before the rule. */
    private static final String FIRST_COMMIT_UNDER_THE_RULE = "2026-11-30T11:00:00Z";

    private static List<Path> sources;

    @BeforeAll
    static void findSources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            sources = files.filter(Files::isRegularFile)
                    .filter(file -> isChecked(ROOT.relativize(file)))
                    .sorted()
                    .toList();
        }
        assertThat(sources).hasSizeGreaterThan(100);
    }

    private static boolean isChecked(Path relative) {
        for (Path part : relative) {
            String name = part.toString();
            if (SKIPPED_FOLDERS.contains(name) || name.startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    @Test
    void commentsUseNoBannedWords() {
        assertThat(findings(files(".java"), PlainLanguageTest::comments)).isEmpty();
    }

    @Test
    void documentsUseNoBannedWords() {
        assertThat(findings(files(".md"), PlainLanguageTest::prose)).isEmpty();
    }

    @Test
    void messagesUseNoBannedWords() {
        Stream<Path> main = files(".java").filter(file -> file.toString().contains("/src/main/"));
        assertThat(findings(main, PlainLanguageTest::strings)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Whatever nobody reads",
                "The rate of all of us",
                "A line beside the table",
                "It comes to an end",
                "What is missing is named",
                "So it was for good",
                "I think so",
                "Our licenses"
            })
    void bannedWordsAreFound(String text) {
        assertThat(BANNED.matcher(text).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The I/O of a vendor",
                "The US cloud",
                "us-government",
                "https://graph.example.us",
                "I want to embed it",
                "Besides, the vendor retries",
                "Hours of work",
                "What is missing"
            })
    void plainWordsPass(String text) {
        assertThat(BANNED.matcher(text).find()).isFalse();
    }

    @Test
    void eachSimpleNameStandsOnce() {
        Map<String, List<String>> places = new TreeMap<>();
        files(".java")
                .filter(file -> !isNamedByJava(file))
                .forEach(file -> places.computeIfAbsent(simpleName(file), unused -> new ArrayList<>())
                        .add(ROOT.relativize(file).toString()));
        assertThat(places.entrySet().stream()
                        .filter(entry -> entry.getValue().size() > 1)
                        .filter(entry -> !areVendorSiblings(entry.getKey(), entry.getValue())))
                .isEmpty();
    }

    @Test
    void eachPackageOfMainCodeIsDescribed() {
        assertThat(files(".java")
                        .filter(file -> file.toString().contains("/src/main/java/"))
                        .filter(file ->
                                !"module-info.java".equals(file.getFileName().toString()))
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                        .map(ROOT::relativize))
                .isEmpty();
    }

    @Test
    void eachFileStandsInTheFolderOfItsPackage() {
        assertThat(files(".java")
                        .filter(file -> !packageOf(file)
                                .map(name -> file.getParent().endsWith(name.replace('.', '/')))
                                .orElse(true)))
                .isEmpty();
    }

    @Test
    void commitSubjectsNameAModuleAndAnAction() throws Exception {
        assumeTrue(Files.exists(ROOT.resolve(".git")), "not a clone");
        Process git = new ProcessBuilder(
                        "git", "log", "--no-merges", "--format=%s", "--since=" + FIRST_COMMIT_UNDER_THE_RULE)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String subjects = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assumeTrue(git.exitValue() == 0, "git cannot read the history");
        assertThat(subjects.lines())
                .allSatisfy(subject ->
                        assertThat(subject).matches(SUBJECT).hasSizeLessThanOrEqualTo(MAX_SUBJECT_CHARACTERS));
    }

    private static Stream<Path> files(String ending) {
        return sources.stream().filter(file -> file.toString().endsWith(ending));
    }

    private static List<String> findings(Stream<Path> files, Function<String, Stream<String>> texts) {
        return files.flatMap(file -> texts.apply(read(file))
                        .flatMap(text -> BANNED.matcher(
                                        QUOTED_CODE.matcher(text).replaceAll(" "))
                                .results()
                                .map(MatchResult::group)
                                .map(word -> ROOT.relativize(file) + ": \"" + word + "\" in: " + shortened(text))))
                .toList();
    }

    private static Stream<String> comments(String java) {
        return group(java, "comment");
    }

    private static Stream<String> strings(String java) {
        return Stream.concat(group(java, "string"), group(java, "block"));
    }

    private static Stream<String> group(String java, String name) {
        List<String> found = new ArrayList<>();
        var matcher = JAVA.matcher(java);
        while (matcher.find()) {
            if (matcher.group(name) != null) {
                found.add(matcher.group(name).replaceAll("\\n\\s*\\*?", " "));
            }
        }
        return found.stream();
    }

    private static Stream<String> prose(String markdown) {
        return QUOTED_CODE.matcher(markdown).replaceAll(" ").lines();
    }

    private static String shortened(String text) {
        String line = text.strip();
        return line.length() > 100 ? line.substring(0, 100) + "..." : line;
    }

    private static boolean isNamedByJava(Path file) {
        return Set.of("package-info", "module-info").contains(simpleName(file));
    }

    /** Vendors have the same files: style counts the same name at two vendors as one. */
    private static boolean areVendorSiblings(String name, List<String> places) {
        Predicate<String> adapter = place -> place.startsWith("adapters-");
        return Stream.of("Dto", "Mapper").anyMatch(name::endsWith)
                && places.stream().allMatch(adapter)
                && places.stream()
                                .map(place -> place.substring(0, place.indexOf('/')))
                                .distinct()
                                .count()
                        == places.size();
    }

    private static Optional<String> packageOf(Path file) {
        return PACKAGE.matcher(read(file))
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }

    private static String simpleName(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
