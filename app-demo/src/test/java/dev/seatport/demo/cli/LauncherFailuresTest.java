package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Exit code of the launcher: that of the command line, or 70 and one line with the reason if the command line did not run. */
@Tag("slow")
class LauncherFailuresTest {
    private static final int OFFSET_OF_THE_COMMAND_LINE = 200;

    @TempDir
    private Path directory;

    private LauncherHome launcher;

    @BeforeEach
    void unix() throws IOException {
        assumeTrue(Files.exists(Path.of("/bin/sh")));
        launcher = LauncherHome.in(directory);
    }

    private static void failed(CommandResult commandResult, String why) {
        assertThat(commandResult.code()).as(commandResult.out()).isEqualTo(70);
        assertThat(commandResult.out().lines().toList())
                .last()
                .asString()
                .startsWith("seatport: ")
                .contains(why);
        assertThat(commandResult.out().lines().filter(line -> line.startsWith("seatport: ")))
                .hasSize(1);
    }

    @Nested
    class TheExitCodeOfTheCommandLine {
        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3, 4, 5})
        void isPassedOn(int code) throws IOException, InterruptedException {
            launcher.endingWith(OFFSET_OF_THE_COMMAND_LINE + code);

            CommandResult commandResult = launcher.result(Map.of(), "review");

            assertThat(commandResult.code()).isEqualTo(code);
            assertThat(commandResult.out()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {70, 129, 130, 137, 143})
        void isPassedOnAfterAnInternalErrorAndASignal(int code) throws IOException, InterruptedException {
            launcher.endingWith(code);

            assertThat(launcher.result(Map.of(), "review").code()).isEqualTo(code);
        }
    }

    @Nested
    class AJavaThatEndsBeforeTheCommandLine {
        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3, 4, 5, 126, 127})
        void endsWith70ForEachCode(int code) throws IOException, InterruptedException {
            launcher.endingWith(code);

            failed(launcher.result(Map.of(), "review"), "before Seatport ran");
        }

        @ParameterizedTest
        @ValueSource(strings = {"JAVA_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"})
        void isBlamedOnTheOptionsThatAreSet(String variable) throws IOException, InterruptedException {
            launcher.endingWith(1);

            failed(launcher.result(Map.of(variable, "-XX:+Nonsense"), "review"), "options in " + variable + ":");
        }

        @Test
        void isBlamedOnJavaIfItNeverStarts() throws IOException, InterruptedException {
            launcher.deadJava();

            failed(launcher.result(Map.of("JAVA_OPTS", "-Xmx1g"), "review"), "Java cannot start: ");
        }

        @ParameterizedTest
        @CsvSource({"ABRT, 134", "SEGV, 139", "BUS, 135"})
        void endsWith70IfItCrashes(String signal, int code) throws IOException, InterruptedException {
            launcher.dyingBy(signal);

            failed(launcher.result(Map.of(), "review"), "Java crashed (exit code " + code + ")");
        }
    }

    @Nested
    class AMissingTool {
        @Test
        void javaIsReportedWithTheValueOfJavaHome() throws IOException, InterruptedException {
            String nowhere = directory.resolve("nowhere").toString();

            failed(launcher.result(Map.of("JAVA_HOME", nowhere), "review"), "JAVA_HOME has no bin/java: " + nowhere);
        }

        @Test
        void javaThatIsNotOnThePathEndsWith70() throws IOException, InterruptedException {
            Path tools = Files.createDirectories(directory.resolve("tools"));
            for (String tool : new String[] {"dirname", "readlink"}) {
                Files.createSymbolicLink(
                        tools.resolve(tool), Path.of("/usr/bin").resolve(tool));
            }

            failed(
                    launcher.result(Map.of("JAVA_HOME", "", "PATH", tools.toString()), "review"),
                    "cannot find java; install a JDK 17 or newer, or set JAVA_HOME");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.8.0_412", "9", "11.0.2", "16.0.1", "16"})
        void javaThatIsTooOldIsReportedAndNotStarted(String version) throws IOException, InterruptedException {
            launcher.java(version);

            failed(launcher.result(Map.of(), "review"), "is too old (\"" + version + "\"); install a JDK 17 or newer");
            assertThat(launcher.javaCalls()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"17", "17.0.15", "21.0.2", "25", "100"})
        void javaThatIsNewEnoughStarts(String version) throws IOException, InterruptedException {
            launcher.java(version);

            launcher.run("--version");
        }

        @Test
        void mavenIsReportedIfThereIsNoJar() throws IOException, InterruptedException {
            Files.delete(launcher.jar());
            Path tools = launcher.tools();

            failed(launcher.result(Map.of("PATH", tools.toString()), "review"), "cannot find mvn");
        }

        @Test
        void aBuildThatFailsNamesItsLog() throws IOException, InterruptedException {
            Files.delete(launcher.jar());
            Path tools = launcher.tools();
            LauncherHome.script(tools.resolve("mvn"), "#!/bin/sh\necho no such module\nexit 1\n");

            failed(
                    launcher.result(Map.of("PATH", tools.toString()), "review"),
                    "the build failed; its complete output");
        }
    }

    @Nested
    class ASignal {
        @ParameterizedTest
        @CsvSource({"TERM, 143", "INT, 130"})
        void endsTheCommandLineAndThenTheLauncher(String signal, int code) throws IOException, InterruptedException {
            assumeTrue(new ProcessBuilder(
                                    "mkfifo",
                                    launcher.started().toString(),
                                    launcher.gate().toString())
                            .start()
                            .waitFor()
                    == 0);
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/env")));
            Process process = launcher.start(Map.of(), "review");
            long child = Long.parseLong(Files.readString(launcher.started()).strip());

            new ProcessBuilder("/bin/sh", "-c", "kill -s " + signal + " " + process.pid())
                    .start()
                    .waitFor();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(code);
            assertThat(ProcessHandle.of(child)).isEmpty();
        }
    }

    /** Runs the real Java with a jar of the command line's classes. */
    @Nested
    class TheRealJava {
        private CommandResult version(String options) throws IOException, InterruptedException {
            return launcher.result(
                    Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", options), "--version");
        }

        /** Skips the archive, because its creation takes seconds. */
        private CommandResult versionWithoutArchive(String options) throws IOException, InterruptedException {
            Path real = Path.of(System.getProperty("java.home"), "bin", "java");
            LauncherHome.script(launcher.home().resolve("java/bin/java"), """
                    #!/bin/sh
                    case $* in *-XX:DumpLoadedClassList=*) exit 1 ;; esac
                    exec '%s' "$@"
                    """.formatted(real));
            return launcher.result(Map.of("JAVA_OPTS", options), "--version");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-XX:+Nonsense", "-Xmx999999g", "-version"})
        void cannotRunWithTheseOptions(String options) throws IOException, InterruptedException {
            PackedClassPath.writeTo(launcher.jar());

            failed(versionWithoutArchive(options), "options in JAVA_OPTS");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "no jar"})
        void cannotRunADamagedJar(String bytes) throws IOException, InterruptedException {
            Files.write(launcher.jar(), bytes.getBytes(StandardCharsets.UTF_8));

            failed(versionWithoutArchive(""), "may be damaged: remove it");
        }

        @Test
        void startsWithoutADamagedArchive() throws IOException, InterruptedException {
            PackedClassPath.writeTo(launcher.jar());
            String fine = version("").fine().out();
            byte[] archive = Files.readAllBytes(launcher.archive());
            for (int at = 8_192; at < archive.length; at += 211) {
                archive[at] ^= 0x5a;
            }
            assertThat(launcher.archive().toFile().setWritable(true)).isTrue();
            Files.write(launcher.archive(), archive);

            assertThat(version("").fine().out()).isEqualTo(fine);
        }
    }
}
