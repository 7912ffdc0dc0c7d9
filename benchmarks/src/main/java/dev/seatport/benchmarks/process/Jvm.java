package dev.seatport.benchmarks.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java process with the class path of this one. Input and output are lines. Its standard error is inherited. */
public final class Jvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader stdout;
    private final Writer stdin;
    private final String name;

    private Jvm(Process process, String name) {
        this.process = process;
        this.name = name;
        this.stdout = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.stdin = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts a process.
     *
     * @param flags JVM flags
     */
    public static Jvm start(List<String> flags, Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Jvm(process, main.getSimpleName());
    }

    /**
     * Returns the next line of its standard output.
     *
     * @throws IOException if the process exited before it printed one
     */
    public String readLine() throws IOException {
        String line = stdout.readLine();
        if (line == null) {
            throw new IOException(name + " exited too early");
        }
        return line;
    }

    /** Writes a line to its standard input. */
    public void writeLine(String line) throws IOException {
        stdin.write(line + "\n");
        stdin.flush();
    }

    /** Ends the process. */
    @Override
    public void close() {
        process.destroy();
    }
}
