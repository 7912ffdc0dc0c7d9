package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a result is written completely or not at all, and no other file changes. */
@Tag("slow")
class OutputFileTest {
    private static FakeVendors vendors;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        vendors = FakeVendors.start();
    }

    @BeforeEach
    void reset() {
        vendors.reset();
        vendors.customers(FakeVendors.customer("a", "Å"));
    }

    @AfterAll
    static void stop() {
        vendors.close();
    }

    private static CommandResult customers(Path file) {
        return InProcessShell.with(vendors.settings())
                .run("customers", "--format", "json", "--output", file.toString());
    }

    private static void assertWritten(Path file) throws IOException {
        assertThat(Files.readString(file)).startsWith("[\n").endsWith("\n]\n").contains("\"organization\":\"Å\"");
    }

    /** Returns the file names in the directory. */
    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void containsTheResultInsteadOfTheStandardOutput() throws IOException {
        Path file = directory.resolve("customers.json");

        CommandResult commandResult = customers(file).fine();

        assertThat(commandResult.out()).isEmpty();
        assertThat(commandResult.err()).isEmpty();
        assertWritten(file);
        assertThat(names()).containsExactly("customers.json");
    }

    @Test
    void containsTheSameAsTheStandardOutput() throws IOException {
        Path file = directory.resolve("out");
        String expected = InProcessShell.bare().run("products").out();

        assertThat(InProcessShell.bare()
                        .run("products", "--output", file.toString())
                        .fine()
                        .out())
                .isEmpty();
        assertThat(Files.readString(file)).isEqualTo(expected);
    }

    @Test
    void replacesALongerFile() throws IOException {
        Path file = Files.writeString(directory.resolve("old"), "x".repeat(100_000));

        customers(file).fine();

        assertWritten(file);
    }

    @Test
    void keepsThePermissionsOfAReplacedFile() throws IOException {
        for (String kept : List.of("rw-------", "rw-r-----", "rw-rw-rw-")) {
            Path file = Files.writeString(directory.resolve(kept), "old");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(kept));

            customers(file).fine();

            assertWritten(file);
            assertThat(permissions(file)).isEqualTo(kept);
        }
    }

    @Test
    void isReadableOnlyByItsOwnerIfItIsNew() throws IOException {
        Path metrics = directory.resolve("metrics");

        InProcessShell.with(vendors.settings())
                .run("customers", "--output", directory.resolve("new").toString(), "--metrics", metrics.toString())
                .fine();

        assertThat(permissions(directory.resolve("new"))).isEqualTo("rw-------");
        assertThat(permissions(metrics)).isEqualTo("rw-------");
    }

    @Test
    void isWrittenThroughALink() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        Path relative = Files.createSymbolicLink(directory.resolve("relative"), Path.of("link"));

        customers(relative).fine();

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.isSymbolicLink(relative)).isTrue();
        assertWritten(file);
    }

    @Test
    void isCreatedThroughALinkToAMissingFile() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("file"));

        customers(link).fine();

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertWritten(directory.resolve("file"));
    }

    @Test
    void behindALoopOfLinksIsRejected() throws IOException {
        Path one = directory.resolve("one");
        Path other = Files.createSymbolicLink(directory.resolve("other"), one);
        Files.createSymbolicLink(one, other);

        customers(one).refused(5);
        assertThat(vendors.requests()).isEmpty();
    }

    @Test
    void isUnchangedByAFailureBeforeTheFirstRow() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "old");
        vendors.respond(500, "{}");
        vendors.brokenPage(1, 500);

        customers(file).refused(3);
        customers(directory.resolve("new")).refused(3);
        InProcessShell.with(vendors.settings())
                .run("customer", "x", "--output", file.toString())
                .refused(3);
        InProcessShell.with(vendors.settings())
                .run("report", "--output", file.toString())
                .refused(3);
        InProcessShell.bare().run("customers", "--output", file.toString()).refused(2);
        InProcessShell.with(vendors.settings())
                .run("product-seats", "c", "--product", "no", "--output", file.toString())
                .refused(2);

        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void containsTheRowsBeforeAFailure() throws IOException {
        vendors.page(1, 2, FakeVendors.customer("a", "Å"));
        vendors.brokenPage(2, 403);
        Path file = directory.resolve("file");

        assertThat(customers(file).code()).isEqualTo(4);

        assertWritten(file);
        assertThat(names()).containsExactly("file");
    }

    @Test
    void thatIsADirectoryIsRejected() {
        assertThat(customers(directory).refused(5).err()).contains("directory").contains(directory.toString());
        assertThat(vendors.requests()).isEmpty();
    }

    @Test
    void inAMissingDirectoryIsRejectedBeforeAnyRequest() {
        String file = directory.resolve("nowhere").resolve("file").toString();
        InProcessShell inProcessShell = InProcessShell.with(vendors.settings());

        inProcessShell.run("customers", "--output", file).refused(5);
        inProcessShell.run("customers", "--vendor", "c3", "--output", file).refused(5);
        inProcessShell.run("customer", "x", "--output", file).refused(5);
        inProcessShell
                .run("product-seats", "x", "--product", "1", "--output", file)
                .refused(5);
        inProcessShell.run("tenant-seats", "x", "--output", file).refused(5);
        inProcessShell.run("licenses", "x", "y", "--output", file).refused(5);
        inProcessShell.run("report", "--output", file).refused(5);
        inProcessShell.run("products", "--output", file).refused(5);

        assertThat(vendors.requests()).isEmpty();
    }

    @Test
    void inADirectoryThatAcceptsNoFilesIsRejected() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")));

        customers(Path.of("/proc/seatport.json")).refused(5);
        assertThat(vendors.requests()).isEmpty();
    }

    @Test
    void withoutWritePermissionIsRejected() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assumeTrue(!Files.isWritable(file), "the superuser may write everything");

        assertThat(customers(file).refused(5).err()).contains("no permission to write");
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(vendors.requests()).isEmpty();
    }

    @Test
    void mayBeADevice() {
        assumeTrue(Files.exists(Path.of("/dev/null")));

        customers(Path.of("/dev/null")).fine();

        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void onAFullDeviceFails() {
        assumeTrue(Files.exists(Path.of("/dev/full")));

        customers(Path.of("/dev/full")).refused(5);
    }

    @Test
    void mayHaveTheLongestPossibleName() throws IOException {
        Path file = directory.resolve("n".repeat(255));

        customers(file).fine();

        assertWritten(file);
    }

    @Test
    void isNotWrittenThroughAPlantedLink() throws IOException {
        Path precious = Files.writeString(directory.resolve("precious"), "precious");
        for (int i = 0; i < 3; i++) {
            Path trap = directory.resolve(".seatport-" + ProcessHandle.current().pid() + "-" + i + ".part");
            Files.createSymbolicLink(trap, precious);
        }

        customers(directory.resolve("file")).fine();

        assertWritten(directory.resolve("file"));
        assertThat(Files.readString(precious)).isEqualTo("precious");
    }

    @Test
    void hasNoColours() throws IOException {
        Path file = directory.resolve("file");

        InProcessShell.bare()
                .onTerminal()
                .run("demo", "--customers", "20", "--output", file.toString())
                .fine();

        assertThat(Files.readString(file)).contains("CRITICAL").doesNotContain("\u001b");
    }
}
