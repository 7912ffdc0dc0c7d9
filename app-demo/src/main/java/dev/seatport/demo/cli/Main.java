package dev.seatport.demo.cli;

import dev.seatport.demo.wiring.DaggerSeatportComponent;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Help;

/** Entry point of the process. Runs the command line and exits with its code. */
public final class Main {
    /** System property with the process id of the launcher, if the launcher started this process. */
    private static final String LAUNCHER_PROPERTY = "dev.seatport.launcher";

    private Main() {}

    public static void main(String[] arguments) {
        int code;
        try {
            String launcher = System.clearProperty(LAUNCHER_PROPERTY);
            if (launcher == null) {
                code = start(arguments);
            } else {
                exitWithLauncher(launcher);
                code = ExitCode.forLauncher(start(arguments));
            }
        } catch (RuntimeException | Error failure) {
            // Java itself would exit with 1, the code of findings. Reasons are a damaged jar and too little memory.
            System.err.println("seatport: cannot start: " + failure.getClass().getName()
                    + "; the jar may be damaged, or Java may have too little memory");
            code = ExitCode.INTERNAL_ERROR;
        }
        System.exit(code);
    }

    private static int start(String... arguments) {
        SystemPropertyDefaults.set();
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        CommandEnvironment environment = new CommandEnvironment(
                System.getenv(),
                properties(System.getProperties()),
                System.in,
                new StandardOutput(new FileOutputStream(FileDescriptor.out)),
                err,
                TerminalInfo.isAttached());
        return run(environment, arguments);
    }

    /** Ends this process when the launcher ends, because the launcher cannot forward SIGKILL. */
    private static void exitWithLauncher(String launcher) {
        Thread watch = new Thread("launcher-watch") {
            @Override
            public void run() {
                ProcessHandle.of(Long.parseLong(launcher))
                        .ifPresent(process -> process.onExit().join());
                System.exit(ExitCode.KILLED);
            }
        };
        watch.setDaemon(true);
        watch.start();
    }

    /** Runs one command line in this process. */
    static int run(CommandEnvironment environment, String... arguments) {
        PrintStream out = new PrintStream(environment.out(), true, StandardCharsets.UTF_8);
        ExceptionHandler handler = new ExceptionHandler(environment);
        int code;
        try {
            code = execute(environment, out, handler, arguments);
        } catch (RuntimeException | Error failure) {
            return handler.reportInternalError(failure);
        }
        // picocli ignores write errors when it prints a help or a version.
        return code == ExitCode.SUCCESS && out.checkError() ? handler.reportUnwritableOutput() : code;
    }

    private static int execute(
            CommandEnvironment environment, PrintStream out, ExceptionHandler handler, String... arguments) {
        // The lambda loads Dagger's class only when a command needs a component.
        CommandContext context = new CommandContext(environment, () -> DaggerSeatportComponent.factory());
        return Subcommands.of(context, arguments)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(Help.defaultColorScheme(environment.usesColours() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(handler)
                .setExecutionExceptionHandler(handler)
                .execute(arguments);
    }

    private static Map<String, String> properties(Properties properties) {
        Map<String, String> values = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            values.put(name, properties.getProperty(name));
        }
        return values;
    }
}
