package dev.seatport.demo.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A place with the launcher and a built jar, and a Java that only writes down what it is asked for. */
final class LauncherHome {
    /**
     * Makes an empty file of what it is asked to dump; waits at a gate while it rehearses, if there is one; crashes over an archive,
     * if a file says so. Started by the launcher, it ends as the command line does after a fine run, unless a file says how else.
     */
    private static final String JAVA = """
            #!/bin/sh
            here=${0%/bin/java}
            printf '%s\\n' "$*" >>"$here/asked"
            dump=
            archive=
            for argument in "$@"; do
              case $argument in
                -XX:DumpLoadedClassList=*)
                  [ ! -p "$here/reached" ] || { echo here >"$here/reached"; read -r go <"$here/gate"; }
                  : >"${argument#*=}" ;;
                -Xshare:dump) dump=yes ;;
                -XX:SharedArchiveFile=*) archive=${argument#*=} ;;
              esac
            done
            [ ! -f "$here/broken" ] || [ -z "$dump" ] || exit 1
            [ -z "$dump" ] || echo made >"$archive"
            [ ! -f "$here/allergic" ] || [ -n "$dump" ] || [ -z "$archive" ] || kill -s ABRT $$
            case $* in
              *-Ddev.seatport.launcher=*) ;;
              *) [ ! -f "$here/dead" ] || exit 1; exit 0 ;;
            esac
            [ ! -f "$here/signal" ] || kill -s "$(cat "$here/signal")" $$
            [ ! -p "$here/started" ] || { trap 'exit 143' TERM; echo $$ >"$here/started"; read -r go <"$here/gate"; }
            [ ! -f "$here/code" ] || exit "$(cat "$here/code")"
            exit 200
            """;

    private static final List<String> TOOLS =
            List.of("readlink", "find", "mkdir", "mkfifo", "touch", "tail", "rm", "mv", "cat", "flock");

    private final Path home;

    private LauncherHome(Path home) {
        this.home = home;
    }

    static LauncherHome in(Path directory) throws IOException {
        return in(directory, "a home");
    }

    static LauncherHome in(Path directory, String name) throws IOException {
        LauncherHome home = new LauncherHome(Files.createDirectories(directory.resolve(name)));
        Files.createDirectories(home.target());
        Files.writeString(home.home.resolve("pom.xml"), "<project/>");
        Files.copy(Path.of("..", "seatport"), home.home.resolve("seatport"));
        Files.writeString(home.jar(), "jar");
        home.java("17.0.1");
        return home;
    }

    /** The Java that is found from now on, of some version. */
    void java(String version) throws IOException {
        script(Files.createDirectories(home.resolve("java/bin")).resolve("java"), JAVA);
        Files.writeString(home.resolve("java/release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A directory for the variable PATH with what the launcher needs, but for Java and Maven. */
    Path tools() throws IOException {
        Path tools = Files.createDirectories(home.resolve("tools"));
        for (String tool : TOOLS) {
            script(tools.resolve(tool), "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
        }
        return tools;
    }

    /** A Maven for the variable PATH, with what else the launcher needs. It says that it runs, and waits at the gate, if there is one. */
    Path waitingMaven() throws IOException {
        Path tools = tools();
        script(tools.resolve("mvn"), """
                #!/bin/sh
                here='%s'
                echo build >>"$here/builds"
                [ ! -p "$here/started" ] || { echo $$ >"$here/started"; read -r go <"$here/gate"; }
                : >'%s'
                """.formatted(home.resolve("java"), jar()));
        return tools;
    }

    /** The lock of the tools refuses options that it does not know, as that of busybox does. */
    void lockWithoutTimeout() throws IOException {
        script(home.resolve("tools/flock"), """
                #!/bin/sh
                case "$1" in -n) PATH=/usr/bin:/bin exec flock "$@" ;; esac
                echo 'flock: unrecognized option' >&2
                exit 1
                """);
    }

    /** How often Maven ran. */
    int builds() throws IOException {
        return Files.readAllLines(home.resolve("java/builds")).size();
    }

    /** Makes the pipes that Java and Maven wait at; false where there are none. */
    boolean gated(Path... pipes) throws IOException, InterruptedException {
        for (Path pipe : pipes) {
            if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() != 0) {
                return false;
            }
        }
        return true;
    }

    /** From now on this Java crashes over every archive. */
    void javaThatCrashesOverArchives() throws IOException {
        Files.writeString(home.resolve("java/allergic"), "");
    }

    /** From now on this Java makes no archives. */
    void javaWithoutArchives() throws IOException {
        Files.writeString(home.resolve("java/broken"), "");
    }

    /** From now on the command line, or Java in its place, ends with this code. */
    void endingWith(int code) throws IOException {
        Files.writeString(home.resolve("java/code"), String.valueOf(code));
    }

    /** From now on Java dies by this signal. */
    void dyingBy(String signal) throws IOException {
        Files.writeString(home.resolve("java/signal"), signal);
    }

    /** From now on Java starts nothing at all. */
    void deadJava() throws IOException {
        endingWith(1);
        Files.writeString(home.resolve("java/dead"), "");
    }

    Path home() {
        return home;
    }

    /** A pipe, if a test makes one, that tells the process id of the command line, which waits at the gate then. */
    Path started() {
        return home.resolve("java/started");
    }

    Path gate() {
        return home.resolve("java/gate");
    }

    Path reached() {
        return home.resolve("java/reached");
    }

    Path jar() {
        return target().resolve("seatport.jar");
    }

    Path archive() {
        return target().resolve("seatport.jsa");
    }

    Path target() {
        return home.resolve("app-demo/target");
    }

    /** What was asked of Java, a line for each time. */
    List<String> asked() throws IOException {
        Path asked = home.resolve("java/asked");
        return Files.exists(asked) ? Files.readAllLines(asked) : List.of();
    }

    /** How often an archive was made. */
    long made() throws IOException {
        return asked().stream().filter(line -> line.contains("-Xshare:dump")).count();
    }

    /** The options and arguments of the last command. */
    String last() throws IOException {
        List<String> asked = asked();
        return asked.get(asked.size() - 1);
    }

    /** All files of the home, but those of Java and of the variable PATH. */
    List<String> files() throws IOException {
        try (var files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .filter(name -> !name.startsWith("java/") && !name.startsWith("tools/"))
                    .sorted()
                    .toList();
        }
    }

    Process start(Map<String, String> variables, String... arguments) throws IOException {
        return start(home, List.of("/bin/sh", home.resolve("seatport").toString()), variables, arguments);
    }

    /** Starts it by a shell's command, in some directory. */
    Process start(Path directory, List<String> shell, Map<String, String> variables, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(SeatportProcess.defaultSignals());
        command.addAll(shell);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"));
        String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("JAVA_HOME", home.resolve("java").toString());
        builder.environment().putAll(variables);
        return builder.start();
    }

    /** Runs it to its fine end; all that it printed, to anywhere. */
    String run(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        return outcome(variables, arguments).fine().out();
    }

    /** Runs it to its end; all that it printed, to anywhere, is the outcome's output. */
    CommandResult outcome(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        return outcome(start(variables, arguments));
    }

    /** Waits for the end of a process; all that it printed is the outcome's output. */
    static CommandResult outcome(Process process) throws IOException, InterruptedException {
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("did not end: " + printed);
        }
        return new CommandResult(process.exitValue(), printed, "");
    }

    String run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }
}
