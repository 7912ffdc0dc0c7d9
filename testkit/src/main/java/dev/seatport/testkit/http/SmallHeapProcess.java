package dev.seatport.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a main class of the tests in a separate Java process with a heap of 64 MiB. */
public final class SmallHeapProcess {
    private SmallHeapProcess() {}

    /**
     * Runs the program. Fails the test if the exit code is not 0, or after 300 s.
     *
     * @param folder directory for the output of the process
     * @return the lines of standard output
     */
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
        assertThat(ended).as("ended without a timeout, after %s", printed).isTrue();
        assertThat(process.exitValue())
                .as("exit code, after %s and %s", printed, Files.readString(err))
                .isZero();
        return printed;
    }

    /** Returns the directories of the test classes and of their module, and the paths of this process. */
    private static String classPath(Class<?> program) {
        String name = "/" + program.getName().replace('.', '/') + ".class";
        String found = Objects.requireNonNull(program.getResource(name)).toString();
        String module =
                program.getProtectionDomain().getCodeSource().getLocation().toString();
        return Stream.of(
                        Path.of(URI.create(found.substring(0, found.length() - name.length())))
                                .toString(),
                        Path.of(URI.create(module)).toString(),
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
