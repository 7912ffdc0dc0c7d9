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

/** A Java process with the class path of this one, that is talked to by lines. What it says on stderr is passed on. */
public final class Jvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final Writer told;
    private final String name;

    private Jvm(Process process, String name) {
        this.process = process;
        this.name = name;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.told = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts a process.
     *
     * @param flags of the virtual machine
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
     * The next line that it says.
     *
     * @throws IOException if it ended without saying one
     */
    public String line() throws IOException {
        String line = said.readLine();
        if (line == null) {
            throw new IOException(name + " ended before it was done");
        }
        return line;
    }

    /** Tells it a line. */
    public void say(String line) throws IOException {
        told.write(line + "\n");
        told.flush();
    }

    /** Ends it, if it has not ended by itself. */
    @Override
    public void close() {
        process.destroy();
    }
}
