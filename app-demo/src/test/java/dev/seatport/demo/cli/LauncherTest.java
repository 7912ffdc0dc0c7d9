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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Launcher: its location, its build and its class archive. */
@Tag("slow")
class LauncherTest {
    /** Files after a run that created an archive. */
    private static final List<String> FILES = List.of(
            "app-demo/target/launcher-archive.log",
            "app-demo/target/seatport.jar",
            "app-demo/target/seatport.jsa",
            "app-demo/target/seatport.jsa.stamp",
            "pom.xml",
            "seatport");

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
        void isCreatedOnceAndUsedByEachStart() throws IOException, InterruptedException {
            launcher.run("--version");
            launcher.run("products", "--format", "json");

            assertThat(launcher.archiveDumps()).isEqualTo(1);
            assertThat(launcher.archive()).hasContent("made");
            assertThat(launcher.last())
                    .contains("-Xshare:auto -XX:+VerifySharedSpaces -XX:SharedArchiveFile=" + launcher.archive())
                    .endsWith("dev.seatport.demo.cli.Main products --format json");
        }

        @Test
        void leavesNothingElseBehind() throws IOException, InterruptedException {
            launcher.run("--version");

            assertThat(launcher.files()).isEqualTo(FILES);
        }

        @ParameterizedTest
        @ValueSource(longs = {-3600, 3600})
        void isCreatedAgainForAJarWithAnotherTime(long seconds) throws IOException, InterruptedException {
            launcher.run("--version");
            FileTime old = Files.getLastModifiedTime(launcher.jar());
            Files.setLastModifiedTime(
                    launcher.jar(), FileTime.from(old.toInstant().plus(Duration.ofSeconds(seconds))));
            launcher.run("--version");
            launcher.run("--version");

            assertThat(launcher.archiveDumps()).isEqualTo(2);
        }

        @Test
        void isCreatedAgainForAnotherJava() throws IOException, InterruptedException {
            launcher.run("--version");
            launcher.java("21.0.2");
            launcher.run("--version");
            launcher.run("--version");

            assertThat(launcher.archiveDumps()).isEqualTo(2);
        }

        @Test
        void isTriedOnlyOnceWithAJavaThatCannotCreateOne() throws IOException, InterruptedException {
            launcher.javaWithoutArchives();

            assertThat(launcher.run("--version")).isEmpty();
            assertThat(launcher.run("--version")).isEmpty();

            assertThat(launcher.archiveDumps()).isEqualTo(1);
            assertThat(launcher.archive()).doesNotExist();
            assertThat(launcher.last()).doesNotContain("SharedArchiveFile");
        }

        @Test
        void isCreatedWithoutTheOptionsOfTheRun() throws IOException, InterruptedException {
            launcher.run(Map.of("JAVA_OPTS", "-Xmx64m"), "--version");

            assertThat(launcher.javaCalls().subList(0, 2)).noneMatch(line -> line.contains("-Xmx64m"));
            assertThat(launcher.last()).contains("-Xmx64m");
        }

        @Test
        void isNotUsedInAReadOnlyDirectory() throws IOException, InterruptedException {
            Files.setPosixFilePermissions(launcher.target(), PosixFilePermissions.fromString("r-xr-xr-x"));
            assumeFalse(Files.isWritable(launcher.target()));

            assertThat(launcher.run("--version")).isEmpty();

            assertThat(launcher.archiveDumps()).isZero();
            assertThat(launcher.last()).endsWith("Main --version").doesNotContain("SharedArchiveFile");
        }

        @Test
        void isCreatedByOneOfTwoLaunchersWhileTheOtherRunsWithout() throws IOException, InterruptedException {
            assumeTrue(launcher.gated(launcher.gate(), launcher.reached()));
            Process first = launcher.start(Map.of(), "--version");
            assertThat(Files.readString(launcher.reached())).isEqualTo("here\n");

            assertThat(launcher.run("products")).isEmpty();

            assertThat(launcher.javaCalls()).hasSize(2);
            assertThat(launcher.last()).endsWith("Main products").doesNotContain("SharedArchiveFile");
            Files.writeString(launcher.gate(), "go\n");
            assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(first.exitValue()).isZero();
            assertThat(launcher.archiveDumps()).isEqualTo(1);
            assertThat(launcher.archive()).exists();
        }

        /** The children of the killed launcher hold the lock until they end. */
        @Test
        void isCreatedAgainAfterALauncherWasKilledDuringCreation() throws Exception {
            assumeTrue(launcher.gated(launcher.gate(), launcher.reached()));
            Process killed = launcher.start(Map.of(), "--version");
            assertThat(Files.readString(launcher.reached())).isEqualTo("here\n");
            List<ProcessHandle> started = killed.descendants().toList();
            assertThat(started).isNotEmpty();
            assertThat(killed.destroyForcibly().waitFor(60, TimeUnit.SECONDS)).isTrue();
            Files.writeString(launcher.gate(), "go\n");
            for (ProcessHandle handle : started) {
                handle.onExit().get(60, TimeUnit.SECONDS);
            }
            Files.delete(launcher.reached());

            launcher.run("--version");
            launcher.run("--version");

            assertThat(launcher.archiveDumps()).isEqualTo(1);
            assertThat(launcher.last()).contains("SharedArchiveFile");
            assertThat(launcher.files()).isEqualTo(FILES);
        }

        @Test
        void isAbandonedByAHangupWithoutAnyFileLeft() throws Exception {
            assumeTrue(launcher.gated(launcher.gate(), launcher.reached()));
            Process process = launcher.start(Map.of(), "--version");
            assertThat(Files.readString(launcher.reached())).isEqualTo("here\n");
            List<ProcessHandle> started = process.descendants().toList();

            new ProcessBuilder("/bin/sh", "-c", "kill -s HUP " + process.pid())
                    .start()
                    .waitFor();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(129);
            assertThat(started).isNotEmpty().noneMatch(ProcessHandle::isAlive);
            assertThat(launcher.files())
                    .containsExactly(
                            "app-demo/target/launcher-archive.log",
                            "app-demo/target/seatport.jar",
                            "pom.xml",
                            "seatport");
        }

        @Test
        void isCreatedAgainAfterJavaCrashedWithIt() throws IOException, InterruptedException {
            launcher.run("--version");
            launcher.javaThatCrashesOverArchives();

            assertThat(launcher.run("products")).doesNotContain("seatport:");

            assertThat(launcher.last()).endsWith("Main products").doesNotContain("SharedArchiveFile");
            assertThat(launcher.archive()).doesNotExist();
            launcher.run("products");
            assertThat(launcher.archiveDumps()).isEqualTo(2);
        }
    }

    /** Directory of the launcher. */
    @Nested
    class TheDirectory {
        @ParameterizedTest
        @ValueSource(strings = {"a home", "new\nline", "new line at the end\n", "-x", "$(true) 'a' \"b\"; c", "a:b"})
        void mayHaveAnyName(String name) throws IOException, InterruptedException {
            launcher = LauncherHome.in(directory.resolve("places"), name);

            launcher.run("--version");
            launcher.run("products");

            assertThat(launcher.archiveDumps()).isEqualTo(name.contains(":") ? 0 : 1);
            assertThat(launcher.last()).endsWith("Main products");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a:b", "c:", "new\nline"})
        void mayHaveAnyNameForTheRealJava(String name) throws IOException, InterruptedException {
            launcher = LauncherHome.in(directory.resolve("places"), name);
            PackedClassPath.writeTo(launcher.jar());

            assertThat(launcher.run(Map.of("JAVA_HOME", System.getProperty("java.home")), "--version"))
                    .startsWith("seatport ");
        }

        @Test
        void isFoundIfAShellFoundTheLauncherByPath() throws IOException, InterruptedException {
            assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
            Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
            Path tools = launcher.tools();
            LauncherHome.script(tools.resolve("mvn"), "#!/bin/sh\n: >mvn-ran-here\nexit 1\n");
            String path = launcher.home() + ":" + tools;

            CommandResult commandResult = LauncherHome.result(
                    launcher.start(elsewhere, List.of("/bin/bash", "seatport"), Map.of("PATH", path), "--version"));

            assertThat(commandResult.code()).as(commandResult.out()).isZero();
            assertThat(elsewhere).isEmptyDirectory();
        }

        @Test
        void isFoundBehindAllLinks() throws IOException, InterruptedException {
            Path links = Files.createDirectories(directory.resolve("links"));
            Files.createSymbolicLink(links.resolve("one"), launcher.home().resolve("seatport"));
            Files.createSymbolicLink(links.resolve("two"), Path.of("one"));

            CommandResult commandResult =
                    LauncherHome.result(launcher.start(links, List.of("/bin/sh", "./two"), Map.of(), "--version"));

            assertThat(commandResult.fine().out()).isEmpty();
            assertThat(launcher.archiveDumps()).isEqualTo(1);
        }

        @Test
        void isNeverReplacedByTheWorkingDirectoryForABuild() throws IOException, InterruptedException {
            Files.delete(launcher.jar());
            Files.delete(launcher.home().resolve("pom.xml"));
            Path tools = launcher.tools();
            LauncherHome.script(tools.resolve("mvn"), "#!/bin/sh\n: >mvn-ran-here\n");

            CommandResult commandResult = launcher.result(Map.of("PATH", tools.toString()), "--version");

            assertThat(commandResult.code()).isEqualTo(70);
            assertThat(commandResult.out()).contains("no project to build in " + launcher.home());
            assertThat(launcher.files()).containsExactly("seatport");
        }
    }

    @Test
    void buildsWithAnFlockWithoutTimeouts() throws IOException, InterruptedException {
        Files.delete(launcher.jar());
        Path tools = launcher.waitingMaven();
        launcher.lockWithoutTimeout();

        assertThat(launcher.run(Map.of("PATH", tools.toString()), "--version")).doesNotContain("seatport:");
        assertThat(launcher.builds()).isEqualTo(1);
    }

    @Nested
    class ABuild {
        private Process process;
        private long maven;

        @BeforeEach
        void begin() throws IOException, InterruptedException {
            Files.delete(launcher.jar());
            assumeTrue(launcher.gated(launcher.gate(), launcher.started()));
            Path tools = launcher.waitingMaven();
            process = launcher.start(Map.of("PATH", tools.toString()), "--version");
            maven = Long.parseLong(Files.readString(launcher.started()).strip());
        }

        @ParameterizedTest
        @CsvSource({"HUP, 129", "INT, 130", "TERM, 143"})
        void endsWithTheLauncherAndLeavesNoFile(String signal, int code) throws IOException, InterruptedException {
            new ProcessBuilder("/bin/sh", "-c", "kill -s " + signal + " " + process.pid())
                    .start()
                    .waitFor();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(code);
            assertThat(ProcessHandle.of(maven)).isEmpty();
            assertThat(launcher.files()).containsExactly("app-demo/target/launcher-build.log", "pom.xml", "seatport");
        }

        /** Two builds at the same time would write the same files. */
        @Test
        void ofAKilledLauncherFinishesBeforeTheNextStarts() throws IOException, InterruptedException {
            assertThat(process.destroyForcibly().waitFor(60, TimeUnit.SECONDS)).isTrue();

            Process next = launcher.start(Map.of("PATH", launcher.tools() + ":/usr/bin:/bin"), "--version");
            Files.delete(launcher.started());
            Files.writeString(launcher.gate(), "go\n");

            assertThat(LauncherHome.result(next).fine().out()).isEmpty();
            assertThat(launcher.builds()).isEqualTo(1);
            assertThat(launcher.files())
                    .contains("app-demo/target/seatport.jar")
                    .allMatch(name -> name.startsWith("app-demo/target/")
                            || List.of("pom.xml", "seatport").contains(name));
        }
    }

    @Nested
    class TheCollector {
        @Test
        void isTheFastestAtStart() throws IOException, InterruptedException {
            launcher.run("--version");

            assertThat(launcher.last()).startsWith("-XX:+UseSerialGC ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"JAVA_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"})
        void isTheOneOfTheOptions(String variable) throws IOException, InterruptedException {
            launcher.run(Map.of(variable, "-Xmx1g -XX:+UseG1GC"), "--version");

            assertThat(launcher.last()).doesNotContain("UseSerialGC");
        }
    }

    @Nested
    class TheCompiler {
        @Test
        void isTheFastestAtStart() throws IOException, InterruptedException {
            launcher.run("--version");

            assertThat(launcher.last()).contains(" -XX:TieredStopAtLevel=1 ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-XX:TieredStopAtLevel=4", "-XX:-TieredCompilation", "-XX:CICompilerCount=3"})
        void isTheOneOfTheOptions(String options) throws IOException, InterruptedException {
            launcher.run(Map.of("JAVA_OPTS", options), "--version");

            assertThat(launcher.last()).contains(options).doesNotContain("TieredStopAtLevel=1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"@options", "-XX:Flags=options", "-Xmx1g -XX:VMOptionsFile=options"})
        void isNotChosenIfAnOptionsFileMayChooseOne(String options) throws IOException, InterruptedException {
            launcher.run(Map.of("JAVA_OPTS", options), "--version");

            assertThat(launcher.last())
                    .contains(options)
                    .doesNotContain("UseSerialGC")
                    .doesNotContain("TieredStopAtLevel");
        }
    }
}
