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

/** Seatport in a separate process and directory, without variables and settings of this process. */
final class SeatportProcess implements AutoCloseable {
    private static final long TIMEOUT_SECONDS = 60;

    private final Process process;
    private final Path err;
    private final @Nullable Path out;

    private SeatportProcess(Process process, @Nullable Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Resets SIGINT and SIGHUP, because this process may have inherited their suppression from a shell or nohup. */
    static List<String> defaultSignals() {
        return Files.isExecutable(Path.of("/usr/bin/env")) && Files.isReadable(Path.of("/proc/self/status"))
                ? List.of("/usr/bin/env", "--default-signal=INT,HUP")
                : List.of();
    }

    /** Returns a builder of a process. */
    static Start in(Path directory) {
        return new Start(directory);
    }

    /** Builder of a process. */
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

        /** Puts a directory in front of the class path. */
        Start classPath(Path first) {
            classPath = first + File.pathSeparator + classPath;
            return this;
        }

        /** Redirects the standard output to a file. The result then has no output. */
        Start out(Path file) {
            out = file.toFile();
            return this;
        }

        /** Closes the standard output before the start. */
        Start outClosed() {
            before = List.of("/bin/sh", "-c", "exec \"$@\" >&-", "sh");
            return this;
        }

        /** Limits the size of files, in blocks of 512 bytes. */
        Start filesUpTo(int blocks) {
            before = List.of("/bin/sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh");
            return this;
        }

        /** Pipes the standard output to a program that reads one line, and writes the exit code to a file. */
        Start outReadOnce(Path code) {
            before = List.of("/bin/sh", "-c", "{ \"$@\"; echo $? >'" + code + "'; } | head -n 1", "sh");
            return this;
        }

        /** Pipes the standard output. The exit code of the process is lost. */
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

    /** Sends SIGINT, as Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
        signal("INT");
    }

    /** Sends a signal. The name has no SIG prefix. */
    void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid())
                .start()
                .waitFor();
        assertThat(code).isZero();
    }

    /** Waits for the end of the process. */
    CommandResult end() throws IOException, InterruptedException {
        assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS))
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
