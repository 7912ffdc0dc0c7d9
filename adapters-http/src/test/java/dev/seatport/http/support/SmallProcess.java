package dev.seatport.http.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A Java process with a heap of 64 MiB that runs a program of the tests. */
public final class SmallProcess {
    private SmallProcess() {}

    /** What it prints, line by line; nothing else may go wrong with it. */
    public static List<String> run(Path folder, Class<?> program, List<String> arguments)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                classPath(program),
                program.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        boolean ended = process.waitFor(300, TimeUnit.SECONDS);
        process.destroyForcibly();
        List<String> printed = Files.readAllLines(out, StandardCharsets.UTF_8);
        assertThat(ended).as("ended by itself, after %s", printed).isTrue();
        assertThat(process.exitValue())
                .as("exit code, after %s and %s", printed, Files.readString(err))
                .isZero();
        return printed;
    }

    /** The tests of this module and all that they were started with, as one class path. */
    private static String classPath(Class<?> program) {
        String name = "/" + program.getName().replace('.', '/') + ".class";
        URL found = Objects.requireNonNull(program.getResource(name));
        try {
            String tests = Path.of(URI.create(
                            found.toString().substring(0, found.toString().length() - name.length())))
                    .toString();
            return String.join(
                    File.pathSeparator,
                    tests,
                    Path.of(program.getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                            .toString(),
                    System.getProperty("jdk.module.path", ""),
                    System.getProperty("java.class.path", ""));
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
