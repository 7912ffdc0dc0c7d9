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

/** Directory with the launcher, a built jar and a fake Java that records its arguments. */
final class LauncherHome {
    /**
     * Fake Java. Creates empty files for class lists and archives. Pipes make it wait, and files make it crash or set its exit code.
     * By default it exits as the command line does after success.
     */
    private static final String JAVA = """
            #!/bin/sh
            here=${0%/bin/java}
            printf '%s\\n' "$*" >>"$here/javaCalls"
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
            [ ! -f "$here/no-archives" ] || [ -z "$dump" ] || exit 1
            [ -z "$dump" ] || echo made >"$archive"
            [ ! -f "$here/crash-with-archive" ] || [ -n "$dump" ] || [ -z "$archive" ] || kill -s ABRT $$
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

    /** Installs the fake Java with this version. */
    void java(String version) throws IOException {
        script(Files.createDirectories(home.resolve("java/bin")).resolve("java"), JAVA);
        Files.writeString(home.resolve("java/release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Creates a directory for PATH with all tools of the launcher except Java and Maven. */
    Path tools() throws IOException {
        Path tools = Files.createDirectories(home.resolve("tools"));
        for (String tool : TOOLS) {
            script(tools.resolve(tool), "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
        }
        return tools;
    }

    /** Creates a directory for PATH with all tools and a fake Maven, which waits at the gate if it exists. */
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

    /** Installs a flock that rejects unknown options, as in busybox. */
    void lockWithoutTimeout() throws IOException {
        script(home.resolve("tools/flock"), """
                #!/bin/sh
                case "$1" in -n) PATH=/usr/bin:/bin exec flock "$@" ;; esac
                echo 'flock: unrecognized option' >&2
                exit 1
                """);
    }

    /** Returns how often Maven ran. */
    int builds() throws IOException {
        return Files.readAllLines(home.resolve("java/builds")).size();
    }

    /** Creates the pipes that Java and Maven wait at. Returns false if the system has no named pipes. */
    boolean gated(Path... pipes) throws IOException, InterruptedException {
        for (Path pipe : pipes) {
            if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() != 0) {
                return false;
            }
        }
        return true;
    }

    /** Makes Java crash with every archive. */
    void javaThatCrashesOverArchives() throws IOException {
        Files.writeString(home.resolve("java/crash-with-archive"), "");
    }

    /** Makes Java fail to create archives. */
    void javaWithoutArchives() throws IOException {
        Files.writeString(home.resolve("java/no-archives"), "");
    }

    /** Sets the exit code of the command line, or of Java in its place. */
    void endingWith(int code) throws IOException {
        Files.writeString(home.resolve("java/code"), String.valueOf(code));
    }

    /** Makes Java end by this signal. */
    void dyingBy(String signal) throws IOException {
        Files.writeString(home.resolve("java/signal"), signal);
    }

    /** Makes every start of Java fail. */
    void deadJava() throws IOException {
        endingWith(1);
        Files.writeString(home.resolve("java/dead"), "");
    }

    Path home() {
        return home;
    }

    /** Pipe that receives the process id of the command line, if a test creates it. The command line then waits at the gate. */
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

    /** Returns the arguments of each start of Java. */
    List<String> javaCalls() throws IOException {
        Path javaCalls = home.resolve("java/javaCalls");
        return Files.exists(javaCalls) ? Files.readAllLines(javaCalls) : List.of();
    }

    /** Returns how often an archive was created. */
    long archiveDumps() throws IOException {
        return javaCalls().stream()
                .filter(line -> line.contains("-Xshare:dump"))
                .count();
    }

    /** Returns the options and arguments of the last start of Java. */
    String last() throws IOException {
        List<String> javaCalls = javaCalls();
        return javaCalls.get(javaCalls.size() - 1);
    }

    /** Returns all files of the directory except those of Java and PATH. */
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

    /** Starts the launcher with a shell command in a directory. */
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

    /** Runs the launcher and asserts success. Returns its standard output and standard error. */
    String run(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        return result(variables, arguments).fine().out();
    }

    /** Runs the launcher. The output of the result includes standard error. */
    CommandResult result(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        return result(start(variables, arguments));
    }

    /** Waits for the end of a process. Its complete output is the output of the result. */
    static CommandResult result(Process process) throws IOException, InterruptedException {
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
