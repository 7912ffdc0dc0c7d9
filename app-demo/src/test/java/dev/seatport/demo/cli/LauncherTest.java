package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher's archive of classes: when it makes one, and when it does without. */
@Tag("slow")
class LauncherTest {
    @TempDir
    private Path directory;

    private LauncherHome launcher;

    @BeforeEach
    void unix() throws IOException {
        assumeTrue(Files.exists(Path.of("/bin/sh")));
        launcher = LauncherHome.in(directory);
    }

    @Nested
    class AnArchive {
        @Test
        void isMadeOnceAndUsedEveryTime() throws IOException, InterruptedException {
            launcher.run("--version");
            launcher.run("products", "--format", "json");

            assertThat(launcher.made()).isEqualTo(1);
            assertThat(launcher.archive()).hasContent("made");
            assertThat(launcher.last())
                    .contains("-Xshare:auto -XX:+VerifySharedSpaces -XX:SharedArchiveFile=" + launcher.archive())
                    .endsWith("dev.seatport.demo.cli.Main products --format json");
        }

        @Test
        void leavesNothingElseBehind() throws IOException, InterruptedException {
            launcher.run("--version");

            try (var files = Files.list(launcher.target())) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder(
                                "seatport.jar", "seatport.jsa", "seatport.jsa.stamp", "launcher-archive.log");
            }
        }

        @ParameterizedTest
        @ValueSource(longs = {-3600, 3600})
        void isMadeAgainForAJarOfAnotherTime(long seconds) throws IOException, InterruptedException {
            launcher.run("--version");
            FileTime old = Files.getLastModifiedTime(launcher.jar());
            Files.setLastModifiedTime(
                    launcher.jar(), FileTime.from(old.toInstant().plus(Duration.ofSeconds(seconds))));
            launcher.run("--version");
            launcher.run("--version");

            assertThat(launcher.made()).isEqualTo(2);
        }

        @Test
        void isMadeAgainForAnotherJava() throws IOException, InterruptedException {
            launcher.run("--version");
            launcher.java("21.0.2");
            launcher.run("--version");
            launcher.run("--version");

            assertThat(launcher.made()).isEqualTo(2);
        }

        @Test
        void isAskedForOnceOnlyOfAJavaThatMakesNone() throws IOException, InterruptedException {
            launcher.javaWithoutArchives();

            assertThat(launcher.run("--version")).isEmpty();
            assertThat(launcher.run("--version")).isEmpty();

            assertThat(launcher.made()).isEqualTo(1);
            assertThat(launcher.archive()).doesNotExist();
            assertThat(launcher.last()).doesNotContain("SharedArchiveFile");
        }

        @Test
        void isMadeWithoutTheOptionsOfThisRun() throws IOException, InterruptedException {
            launcher.run(Map.of("JAVA_OPTS", "-Xmx64m"), "--version");

            assertThat(launcher.asked().subList(0, 2)).noneMatch(line -> line.contains("-Xmx64m"));
            assertThat(launcher.last()).contains("-Xmx64m");
        }

        @Test
        void isDoneWithoutWhereNothingCanBeWritten() throws IOException, InterruptedException {
            Files.setPosixFilePermissions(launcher.target(), PosixFilePermissions.fromString("r-xr-xr-x"));
            assumeFalse(Files.isWritable(launcher.target()));

            assertThat(launcher.run("--version")).isEmpty();

            assertThat(launcher.made()).isZero();
            assertThat(launcher.last()).endsWith("Main --version").doesNotContain("SharedArchiveFile");
        }

        @Test
        void isMadeByOneOfTwoLaunchersWhileTheOtherDoesWithout() throws IOException, InterruptedException {
            fifo(launcher.gate());
            fifo(launcher.reached());
            Process first = launcher.start(Map.of(), "--version");
            assertThat(Files.readString(launcher.reached())).isEqualTo("here\n");

            assertThat(launcher.run("products")).isEmpty();

            assertThat(launcher.asked()).hasSize(2);
            assertThat(launcher.last()).endsWith("Main products").doesNotContain("SharedArchiveFile");
            Files.writeString(launcher.gate(), "go\n");
            assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(first.exitValue()).isZero();
            assertThat(launcher.made()).isEqualTo(1);
            assertThat(launcher.archive()).exists();
        }

        private void fifo(Path path) throws IOException, InterruptedException {
            assumeTrue(new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0);
        }

        @Test
        void isMadeAfterALauncherThatWasKilledOverIt() throws IOException, InterruptedException {
            Process dead = new ProcessBuilder("/bin/sh", "-c", ":").start();
            dead.waitFor();
            Files.createSymbolicLink(
                    launcher.target().resolve("seatport.jsa.making"), Path.of(String.valueOf(dead.pid())));

            launcher.run("--version");
            launcher.run("--version");

            assertThat(launcher.made()).isEqualTo(1);
        }
    }

    @Nested
    class TheCollector {
        @Test
        void isTheOneThatStartsFastest() throws IOException, InterruptedException {
            launcher.run("--version");

            assertThat(launcher.last()).startsWith("-XX:+UseSerialGC ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"JAVA_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"})
        void isTheOneThatSomebodyChose(String variable) throws IOException, InterruptedException {
            launcher.run(Map.of(variable, "-Xmx1g -XX:+UseG1GC"), "--version");

            assertThat(launcher.last()).doesNotContain("UseSerialGC");
        }
    }

    @Nested
    class TheCompiler {
        @Test
        void isTheOneThatStartsFastestOnAThreadThatLeavesTheOthersTheirs() throws IOException, InterruptedException {
            launcher.run("--version");

            assertThat(launcher.last()).contains(" -XX:TieredStopAtLevel=1 -XX:CICompilerCount=1 ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-XX:TieredStopAtLevel=4", "-XX:-TieredCompilation", "-XX:CICompilerCount=3"})
        void isTheOneThatSomebodyChose(String options) throws IOException, InterruptedException {
            launcher.run(Map.of("JAVA_OPTS", options), "--version");

            assertThat(launcher.last())
                    .contains(options)
                    .doesNotContain("TieredStopAtLevel=1")
                    .doesNotContain("CICompilerCount=1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"@options", "-XX:Flags=options", "-Xmx1g -XX:VMOptionsFile=options"})
        void isNobodysWhereAFileMaySay(String options) throws IOException, InterruptedException {
            launcher.run(Map.of("JAVA_OPTS", options), "--version");

            assertThat(launcher.last())
                    .contains(options)
                    .doesNotContain("UseSerialGC")
                    .doesNotContain("TieredStopAtLevel");
        }
    }
}
