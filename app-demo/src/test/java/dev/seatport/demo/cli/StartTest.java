package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that a start loads, and their source. */
@Tag("slow")
class StartTest {
    private static final String SHARED = "source: shared objects file";

    @TempDir
    private Path directory;

    @BeforeEach
    void unix() {
        assumeTrue(Files.exists(Path.of("/bin/sh")));
    }

    @Test
    void helpAndVersionLoadNoClassesOfTheCommands() throws IOException, InterruptedException {
        for (String option : List.of("--help", "--version")) {
            Path log = directory.resolve("loaded" + option);
            SeatportProcess.in(directory)
                    .java("-Xlog:class+load:file=" + log)
                    .run(option)
                    .fine();

            assertThat(loaded(log))
                    .contains("dev.seatport.demo.cli.Main")
                    .noneMatch(
                            name -> name.matches(
                                    "(io\\.|com\\.fasterxml|dagger|org\\.slf4j|ch\\.qos|org\\.snakeyaml|org\\.jboss|me\\.tongfei"
                                            + "|dev\\.seatport\\.(http|avepoint|c3|sandbox|application|domain|demo\\.config)).*"));
        }
    }

    @Test
    void aCommandLoadsNoLoggingAndMetricsByDefault() throws IOException, InterruptedException {
        Path log = directory.resolve("loaded");
        SeatportProcess.in(directory)
                .java("-Xlog:class+load:file=" + log)
                .run("demo", "--customers", "1")
                .fine();

        assertThat(loaded(log)).contains("io.vertx.core.Vertx");
        assertThat(loaded(log)
                        .filter(name -> name.matches("(ch\\.qos|io\\.prometheus|io\\.netty\\.buffer\\..*Event).*")))
                .isEmpty();
    }

    @Test
    void aListingOfRegularPagesLoadsNoDatabind() throws IOException, InterruptedException {
        try (FakeVendors vendors = FakeVendors.start()) {
            vendors.customers(FakeVendors.customer("c-1", "Acme"));
            Path log = directory.resolve("loaded");

            CommandResult commandResult = SeatportProcess.in(directory)
                    .settings(vendors.settings())
                    .java("-Xlog:class+load:file=" + log)
                    .run("customers")
                    .fine();

            assertThat(commandResult.out()).contains("Acme");
            assertThat(loaded(log))
                    .contains("com.fasterxml.jackson.core.JsonFactory")
                    .noneMatch(name -> name.startsWith("com.fasterxml.jackson.databind.deser."));
        }
    }

    /** Returns the class names in Java's class loading log. */
    private static Stream<String> loaded(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(" source: "))
                .map(line -> line.replaceAll("^.*\\] (\\S+) source: .*$", "$1"));
    }

    @Test
    void theLauncherLoadsClassesFromItsArchiveUnlessTheOptionsDiffer() throws Exception {
        Path home = directory.resolve("home");
        Files.createDirectories(home.resolve("app-demo/target"));
        Files.copy(Path.of("..", "seatport"), home.resolve("seatport"));
        PackedClassPath.writeTo(home.resolve("app-demo/target/seatport.jar"));
        Path log = directory.resolve("log");

        String help = launch(home, "-Xlog:class+load:file=" + log);

        assertThat(help).startsWith("Usage: seatport");
        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains("dev.seatport.demo.cli.Main ") && line.contains(SHARED))
                .anyMatch(line -> line.contains("picocli.CommandLine ") && line.contains(SHARED));
        for (String others : List.of(
                "-XX:+UseParallelGC",
                "-XX:+UseG1GC",
                "-XX:TieredStopAtLevel=4",
                "-Xshare:off",
                "-XX:-UseCompressedOops")) {
            assertThat(launch(home, others)).as(others).isEqualTo(help);
        }
    }

    @Test
    void aJarWithoutOneOfItsClassesEndsWith70AndNot1() throws IOException, InterruptedException, URISyntaxException {
        Path classes = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        String damaged = Main.class.getPackageName().replace('.', '/');
        Path copies = Files.createDirectories(directory.resolve(damaged));
        try (Stream<Path> files = Files.list(classes.resolve(damaged))) {
            for (Path file : files.filter(file -> !file.endsWith("CommandEnvironment.class"))
                    .toList()) {
                Files.copy(file, copies.resolve(file.getFileName()));
            }
        }
        String others = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(part -> !part.equals(classes.toString()))
                .collect(Collectors.joining(File.pathSeparator));
        Ended ended = run(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                directory + File.pathSeparator + others,
                Main.class.getName(),
                "--version"));

        assertThat(ended.code()).as(ended.printed()).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(ended.printed()).startsWith("seatport: cannot start: ").contains("the jar may be damaged");
    }

    private String launch(Path home, String options) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/sh", home.resolve("seatport").toString(), "--help")
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", options));
        Ended ended = run(builder);
        assertThat(ended.code()).as(ended.printed()).isZero();
        return ended.printed();
    }

    private record Ended(int code, String printed) {}

    /** Runs a process for at most a minute. It prints to a file, because the end of a pipe would be awaited without a limit. */
    private Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path printed = Files.createTempFile(directory, "printed", ".txt");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("ended in time")
                    .isTrue();
            return new Ended(process.exitValue(), Files.readString(printed));
        } finally {
            process.destroyForcibly();
        }
    }
}
