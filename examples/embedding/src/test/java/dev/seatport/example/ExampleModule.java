package dev.seatport.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts a main class of the example as a module, in a separate process. */
final class ExampleModule {
    private final ProcessBuilder builder;

    private ExampleModule(ProcessBuilder builder) {
        this.builder = builder;
    }

    static ExampleModule named(String mainClass, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-p",
                modulePath(),
                "-m",
                "dev.seatport.example/dev.seatport.example." + mainClass));
        command.addAll(List.of(arguments));
        return new ExampleModule(new ProcessBuilder(command));
    }

    ExampleModule variable(String name, String value) {
        builder.environment().put(name, value);
        return this;
    }

    ExampleModule variables(Map<String, String> variables) {
        builder.environment().putAll(variables);
        return this;
    }

    Process start(ProcessBuilder.Redirect out, ProcessBuilder.Redirect err) throws IOException {
        return builder.redirectOutput(out).redirectError(err).start();
    }

    /** Runs the process until it ends successfully, and returns the printed lines. */
    List<String> runIn(Path directory) throws IOException, InterruptedException {
        Path out = directory.resolve("out.txt");
        Path err = directory.resolve("err.txt");
        Process process = start(ProcessBuilder.Redirect.to(out.toFile()), ProcessBuilder.Redirect.to(err.toFile()));
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(Files.readString(err)).isEmpty();
        assertThat(ended).as("the process ends within 60 s").isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readAllLines(out, StandardCharsets.UTF_8);
    }

    private static String modulePath() throws IOException {
        String dependencies = Files.readString(Path.of(System.getProperty("seatport.example.modules")))
                .strip();
        return System.getProperty("seatport.example.classes") + File.pathSeparator + dependencies;
    }
}
