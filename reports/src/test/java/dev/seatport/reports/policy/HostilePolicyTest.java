package dev.seatport.reports.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not policies, broken files and malicious files. */
@Tag("slow")
class HostilePolicyTest {
    private static final String ALLOWED_FILE = "; allowed values: a file in UTF-8 of at most 1 MiB";
    private static final int MAX_BYTES = 1024 * 1024;

    @TempDir
    private Path directory;

    private PolicyDrafts drafts;

    @BeforeEach
    void draft() {
        drafts = new PolicyDrafts(directory);
    }

    private void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> PolicyDrafts.read(file))
                .isInstanceOf(PolicyException.class)
                .hasMessage(file + why);
    }

    @Nested
    class AFile {
        @Test
        void thatDoesNotExistIsNamed() {
            assertRefused(directory.resolve("none.yaml"), ": does not exist; name an existing policy file");
        }

        @Test
        void thatIsADirectoryIsNamed() throws IOException {
            assertRefused(
                    Files.createDirectory(directory.resolve("directory.yaml")), ": is a directory; name a policy file");
        }

        @Test
        void belowARegularFileIsNamed() throws IOException {
            Path file = Files.writeString(directory.resolve("file"), "");

            assertRefused(file.resolve("review.yaml"), ": cannot be read; name a file that this user can read");
        }

        @ParameterizedTest
        @ValueSource(strings = {"review.json", "review", "yaml"})
        void withAnUnknownExtensionIsRefused(String name) {
            assertThat(drafts.errors(name, "version: 1"))
                    .containsExactly(
                            name + ": has a name without a known format; allowed values: a name that ends in .yaml, "
                                    + ".yml or .properties");
        }

        @ParameterizedTest
        @ValueSource(strings = {"review.yaml", "review.properties"})
        void isReadUpToTheMaximumSize(String name) {
            String head = name.endsWith("yaml") ? "version: 1\n#" : "version=1\n#";
            String largest = head + "x".repeat(MAX_BYTES - head.length());

            assertThat(drafts.errors(name, largest)).isEmpty();
            assertThat(drafts.errors(name, largest + "x"))
                    .containsExactly(name + ": holds more than 1 MiB" + ALLOWED_FILE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"review.yaml", "review.properties"})
        void thatIsNotUtf8IsRefusedWithTheLine(String name) {
            assertThat(drafts.errors(name, "version: 1\n# Zo\u00eb\n".getBytes(StandardCharsets.ISO_8859_1)))
                    .containsExactly(name + ":2: is not UTF-8 here" + ALLOWED_FILE);
            assertThat(drafts.errors(name, "version: 1\n# Zo\u00eb".getBytes(StandardCharsets.UTF_16)))
                    .containsExactly(name + ":1: is not UTF-8 here" + ALLOWED_FILE);
        }

        @Test
        void thatEndsInHalfACharacterIsRefused() {
            assertThat(drafts.errors("review.yaml", new byte[] {'#', (byte) 0xC3}))
                    .containsExactly("review.yaml:1: is not UTF-8 here" + ALLOWED_FILE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\u0000", "\u0007", "\u001b", "\u007f", "\u0085"})
        void withControlCharactersIsRefusedWithTheLine(String control) {
            assertThat(drafts.errors("review.yaml", "version: 1\n# " + control + "\n"))
                    .containsExactly(
                            "review.yaml:2: has a control character; allowed values: text, line ends and tabs");
        }
    }

    @Nested
    class Yaml {
        private static final String MARKS =
                "has an anchor (&), an alias (*) or a tag (!); allowed values: values without these, or text in quotes";

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                tolerance: &t { floor: 1 }          | 2:12
                tolerance: &t 5                     | 2:12
                products: &t [ 1 ]                  | 2:11
                &t tolerance: 5                     | 2:1
                tolerance: *t                       | 2:12
                tolerance: !!map { floor: 1 }       | 2:12
                tolerance: { floor: !!int 1 }       | 2:21
                tolerance: { floor: ! 1 }           | 2:21
                products: !!java.util.ArrayList []  | 2:11
                """)
        void withAnchorsAliasesOrTagsIsRefused(String line, String place) {
            assertThat(drafts.errors("review.yaml", "version: 1\n" + line + "\n"))
                    .containsExactly("review.yaml:" + place + ": " + MARKS);
        }

        @Test
        void withABillionLaughsIsRefusedAtTheFirstAnchor() {
            StringBuilder laughs = new StringBuilder("version: 1\na0: &a0 ha\n");
            for (int i = 1; i < 30; i++) {
                laughs.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(10) + "]\n");
            }

            assertThat(drafts.errors("review.yaml", laughs.toString())).containsExactly("review.yaml:2:5: " + MARKS);
        }

        @ParameterizedTest
        @ValueSource(strings = {"[", "{a: ", "- ", "? ", "["})
        void thatIsNestedTooDeeplyIsRefused(String level) {
            assertThat(drafts.errors("review.yaml", level.repeat(MAX_BYTES / level.length() - 1)))
                    .singleElement()
                    .asString()
                    .matches("review\\.yaml:1:\\d+: (is nested too deeply; allowed values: at most 10 levels"
                            + "|has a key that is a list or a group; allowed values: keys that are text)");
        }

        @Test
        void withSeveralDocumentsIsRefused() {
            assertThat(drafts.errors("review.yaml", "version: 1\n---\nversion: 1\n"))
                    .containsExactly("review.yaml:2:1: begins a second document; allowed values: one");
        }

        @ParameterizedTest
        @ValueSource(strings = {"%YAML 1.1", "%YAML 1.2", "%TAG !e! tag:example.com,2000:"})
        void withDirectivesIsRefused(String directive) {
            assertThat(drafts.errors("review.yaml", directive + "\n---\nversion: 1\n"))
                    .containsExactly("review.yaml:1:1: has a directive; allowed values: a document without any");
        }

        @Test
        void ofAnUnknownVersionIsRefused() {
            assertThat(drafts.errors("review.yaml", "%YAML 2.0\n---\nversion: 1\n"))
                    .containsExactly("review.yaml: is not YAML 1.2");
        }

        @Test
        void mayHaveDocumentMarkers() {
            assertThat(drafts.errors("review.yaml", "---\nversion: 1\n...\n")).isEmpty();
        }

        /** A slash stands for a line end. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                version: 1/a: "hunter2                | :2:4: has a quotation mark without its end
                version: 1/a: "hunter2/b: 1           | :2:4: has a quotation mark without its end
                version: 1/a: "C:\\hunter2"           | :2:8: has an unknown escape after \\; write \\\\ for a backslash, or use single quotes
                version: 1/products: [ 1, 2/b: 3      | :2:11: has a [ without its ], or values without a comma
                version: 1/tolerance: { floor: 1/b: 3 | :2:12: has a { without its }, or values without a comma
                version: 1/hunter2/products: [ 1 ]    | :2:1: has a key without a colon and a blank after it
                version: 1/tolerance:/  hunter2 5//  percent: 1 | :3: has a key without a colon and a blank after it
                version: 1/ hunter2: x                | :2:9: is not YAML here
                version: 1/a: @hunter2                | :2:4: is not YAML here
                version: 1/tolerance:/\tfloor: 1      | :3:1: is indented with a tab; allowed values: spaces
                version: 1/? [ hunter2 ]/: 1          | :2:3: has a key that is a list or a group; allowed values: keys that are text
                version: 1/.../hunter2                | :3:1: is not YAML here
                """)
        void withASyntaxErrorIsRefusedWithThePositionAndWithoutAQuote(String lines, String error) {
            assertThat(drafts.errors("review.yaml", lines.replace('/', '\n'))).containsExactly("review.yaml" + error);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"review.yaml", "review.properties"})
    void aRandomlyChangedPolicyIsReadOrRefusedInShortLines(String name) throws IOException {
        String whole = name.endsWith("yaml")
                ? Files.readString(Path.of("..", "docs", "review-example.yaml"))
                : "version=1\nproducts=32,2048\ntolerance.floor=1\nexclusions.1.sku=a\\\n  b\nexclusions.1.reason=r\\u0041\n";
        String signs = "\t\n\r -:,[]{}#&*!|>'\"%@`\\=.?~0aA\u00e9\u2028\ud83d\ude00";
        Random random = new Random(20270331);

        for (int round = 0; round < 1_000; round++) {
            StringBuilder text = new StringBuilder(whole);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(text.length());
                int sign = signs.offsetByCodePoints(0, random.nextInt(signs.codePointCount(0, signs.length())));
                text.replace(at, at + random.nextInt(3), Character.toString(signs.codePointAt(sign)));
            }
            assertThat(drafts.errors(name, text.toString()))
                    .allSatisfy(line -> assertThat(line).startsWith(name + ":").hasSizeLessThan(500));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"exclusions.%d.sku=x", "exclusions.1.k%d=x", "k%d=1", "k%d.a=1", "seat-skus.%d=a", "version=1"})
    void aFileFullOfErrorsIsRefused(String line) {
        StringBuilder text = new StringBuilder("version=1\n");
        for (int i = 0; text.length() < MAX_BYTES - 100; i++) {
            text.append(line.replace("%d", Integer.toString(i))).append('\n');
        }

        assertThat(drafts.errors("review.properties", text.toString())).hasSize(PolicyErrorCollector.MAX_ERRORS + 1);
    }
}
