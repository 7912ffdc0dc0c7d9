package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers to {@code seatport init}, the file that it writes, and its checks. */
class InitCommandTest {
    private static Sandbox sandbox;
    private static Map<String, String> settings;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(3));
        settings = SandboxedShell.settings(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    /** Returns a shell whose hosts are those of the sandbox. The file has the rest. */
    private static InProcessShell shell(String... answers) {
        InProcessShell shell = InProcessShell.bare().input(answers);
        for (String key :
                new String[] {"seatport.avepoint.base-url", "seatport.avepoint.token-url", "seatport.c3.token-url"}) {
            shell = shell.property(key, setting(key));
        }
        return shell;
    }

    private static String setting(String key) {
        return Objects.requireNonNull(settings.get(key), key);
    }

    private static String[] answers(String avePointSecret) {
        return new String[] {
            "c3",
            "",
            "",
            setting("seatport.avepoint.client-id"),
            avePointSecret,
            setting("seatport.c3.base-url"),
            setting("seatport.c3.client-id"),
            setting("seatport.c3.resource"),
            setting("seatport.c3.client-secret")
        };
    }

    private static String[] answers() {
        return answers(setting("seatport.avepoint.client-secret"));
    }

    private Path file() {
        return folder.resolve("partner.properties");
    }

    @Nested
    class Answers {
        @Test
        void areWrittenToAFileOfTheOwnerAndChecked() throws IOException {
            CommandResult result = shell(answers())
                    .run("init", file().toString(), "--format", "csv")
                    .fine();

            assertThat(Files.readAllLines(file()))
                    .contains(
                            "seatport.review.seats-from=avepoint",
                            "seatport.review.licenses-from=c3",
                            "seatport.avepoint.client-secret=" + setting("seatport.avepoint.client-secret"),
                            "seatport.c3.resource=" + setting("seatport.c3.resource"))
                    .noneMatch(line -> line.startsWith("seatport.avepoint.environment"));
            assertThat(result.out()).contains("avepoint,customer,ok", "c3,licenses,ok");
            assertThat(result.err()).contains("next: seatport review --config " + file());
            assumeTrue(file().getFileSystem().supportedFileAttributeViews().contains("posix"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }

        @Test
        void mayNameAFileWithTheSecret() throws IOException {
            Path secret = Files.writeString(folder.resolve("a\\b"), setting("seatport.avepoint.client-secret"));
            String[] answers = answers("\n" + secret);

            shell(answers).run("init", file().toString()).fine();

            assertThat(Files.readString(file()))
                    .contains("seatport.avepoint.client-secret-file=" + folder + "/a\\\\b\n")
                    .doesNotContain("seatport.avepoint.client-secret=");
        }

        @Test
        void thatAreNotAllowedWriteNoFile() {
            assertThat(shell("c3", "mars").run("init", file().toString()).code())
                    .isEqualTo(2);
            assertThat(shell("acme").run("init", file().toString()).err())
                    .contains("unknown vendor of the licenses 'acme'; allowed values: c3, graph, none");
            assertThat(file()).doesNotExist();
        }

        @Test
        void thatEndTooEarlyNameTheNextSetting() {
            CommandResult result = shell("graph", "", "").run("init", file().toString());

            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains("the answers end before seatport.avepoint.client-id");
            assertThat(file()).doesNotExist();
        }

        @Test
        void thatDoctorRefusesEndWithItsCodeAndKeepTheFile() {
            CommandResult result = shell(answers("wrong")).run("init", file().toString());

            assertThat(result.code()).isEqualTo(3);
            assertThat(result.err()).contains("check it again with: seatport doctor --config " + file());
            assertThat(file()).exists();
        }
    }

    @Nested
    class AnExistingFile {
        @Test
        void isKeptWithoutForce() throws IOException {
            Files.writeString(file(), "old");

            assertThat(shell(answers())
                            .run("init", file().toString())
                            .refused(2)
                            .err())
                    .contains("exists; name another file, or use --force to replace it");
            assertThat(Files.readString(file())).isEqualTo("old");
        }

        @Test
        void isReplacedAndBecomesPrivateWithForce() throws IOException {
            assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
            Files.writeString(file(), "old");
            Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

            shell(answers()).run("init", file().toString(), "--force").fine();

            assertThat(Files.readString(file())).contains("seatport.c3.client-id=");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void theOptionOutputIsRefused() {
        assertThat(shell().run("init", "--output", file().toString()).refused(2).err())
                .contains("seatport init FILE");
    }

    @Test
    void aMissingSettingMentionsInitAndTheGuide() {
        assertThat(InProcessShell.bare().run("customers").refused(2).err())
                .contains("seatport.avepoint.client-id is missing")
                .contains("'seatport init'")
                .contains("docs/getting-started.md");
    }
}
