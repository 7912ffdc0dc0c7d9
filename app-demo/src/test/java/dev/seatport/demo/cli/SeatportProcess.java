package dev.seatport.demo.cli;

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
import org.jspecify.annotations.Nullable;

/** Seatport in a process of its own, in a directory of its own, without any variable or setting of this one. */
final class SeatportProcess implements AutoCloseable {
    private static final long PATIENCE_IN_SECONDS = 60;

    private final Process process;
    private final Path err;
    private final @Nullable Path out;

    private SeatportProcess(Process process, @Nullable Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** A shell makes its background processes ignore SIGINT, nohup makes them ignore SIGHUP, and children inherit both. */
    static List<String> defaultSignals() {
        return Files.isExecutable(Path.of("/usr/bin/env")) && Files.isReadable(Path.of("/proc/self/status"))
                ? List.of("/usr/bin/env", "--default-signal=INT,HUP")
                : List.of();
    }

    /** A process that is about to start. */
    static Start in(Path directory) {
        return new Start(directory);
    }

    /** What is chosen before the start. */
    static final class Start {
        private final Path directory;
        private final ProcessBuilder builder = new ProcessBuilder();
        private final List<String> java = new ArrayList<>();
        private String classPath = System.getProperty("java.class.path");
        private List<String> before = SeatportProcess.defaultSignals();
        private @Nullable File out;

        private Start(Path directory) {
            this.directory = directory;
            Map<String, String> environment = builder.environment();
            String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
            environment.clear();
            environment.put("PATH", path);
            environment.put("LC_ALL", "C.UTF-8");
            java.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        }

        Start variable(String name, String value) {
            builder.environment().put(name, value);
            return this;
        }

        Start settings(Map<String, String> settings) {
            settings.forEach((key, value) -> java.add("-D" + key + "=" + value));
            return this;
        }

        Start java(String option) {
            java.add(option);
            return this;
        }

        /** Puts a directory before the class path. */
        Start classPath(Path first) {
            classPath = first + File.pathSeparator + classPath;
            return this;
        }

        /** The standard output goes to this file, not to the outcome. */
        Start out(Path file) {
            out = file.toFile();
            return this;
        }

        /** The standard output is closed from the start. */
        Start outClosed() {
            before = List.of("/bin/sh", "-c", "exec \"$@\" >&-", "sh");
            return this;
        }

        /** No file may grow beyond so many blocks of 512 bytes. */
        Start filesUpTo(int blocks) {
            before = List.of("/bin/sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh");
            return this;
        }

        /** The standard output is a pipe. The exit code is lost in it. */
        Start outPiped() {
            before = List.of("/bin/sh", "-c", "\"$@\" | cat", "sh");
            return this;
        }

        SeatportProcess start(String... arguments) throws IOException {
            Path err = Files.createTempFile("seatport", ".err");
            Path printed = out == null ? Files.createTempFile("seatport", ".out") : null;
            List<String> command = new ArrayList<>(before);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(java);
            command.addAll(List.of("-cp", classPath, "dev.seatport.demo.cli.Main"));
            command.addAll(List.of(arguments));
            Process process = builder.command(command)
                    .directory(directory.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(printed == null ? out : printed.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new SeatportProcess(process, printed, err);
        }

        CommandResult run(String... arguments) throws IOException, InterruptedException {
            try (SeatportProcess process = start(arguments)) {
                return process.end();
            }
        }
    }

    long pid() {
        return process.pid();
    }

    boolean running() {
        return process.isAlive();
    }

    /** What a person does with Ctrl-C. */
    void interrupt() throws IOException, InterruptedException {
        signal("INT");
    }

    /** Sends a signal by its name, without SIG. */
    void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid())
                .start()
                .waitFor();
        assertThat(code).isZero();
    }

    /** Waits for its end. */
    CommandResult end() throws IOException, InterruptedException {
        assertThat(process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS))
                .as("ended in time")
                .isTrue();
        return new CommandResult(process.exitValue(), read(out), read(err));
    }

    private static String read(@Nullable Path file) throws IOException {
        return file == null ? "" : Files.readString(file, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(err);
        if (out != null) {
            Files.deleteIfExists(out);
        }
    }
}
