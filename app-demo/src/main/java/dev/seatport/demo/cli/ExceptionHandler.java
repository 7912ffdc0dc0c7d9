package dev.seatport.demo.cli;

import dev.seatport.demo.config.SettingsException;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.policy.NameSuggester;
import dev.seatport.reports.policy.PolicyException;
import dev.seatport.reports.review.CheckpointException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns an exception that ends a command into one line for the user and an exit code. */
final class ExceptionHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** picocli's message for a value of a wrong type, where it does not list the legal ones. */
    private static final String NO_SUCH_VALUE = ".* is not an? \\w+";

    private final Console console;

    ExceptionHandler(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        console.say(
                what(problem, command) + "; see '" + command.getCommandSpec().qualifiedName() + " --help'");
        return ExitCode.USAGE;
    }

    private static String what(ParameterException problem, CommandLine command) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), command);
        }
        ArgSpec argument = problem.getArgSpec();
        String message = String.valueOf(problem.getMessage());
        boolean unclear = argument != null && Pattern.matches(NO_SUCH_VALUE, message);
        return unclear ? message + "; legal: " + String.join(" ", argument.description()) : message;
    }

    /** The first argument that is too much: those behind it often are its values. */
    private static String unmatched(String first, CommandLine command) {
        if (first.startsWith("-")) {
            List<String> options = command.getCommandSpec().options().stream()
                    .map(OptionSpec::longestName)
                    .toList();
            return "Unknown option: '" + first + "'" + meant(first, options).orElse("");
        }
        if (command.getParent() != null) {
            return "'" + first + "' is more than this command takes";
        }
        List<String> commands = command.getSubcommands().values().stream()
                .map(CommandLine::getCommandName)
                .distinct()
                .toList();
        return "'" + first + "' is no command"
                + meant(first, commands).orElseGet(() -> "; legal: " + String.join(", ", commands));
    }

    private static Optional<String> meant(String text, List<String> names) {
        return NameSuggester.to(text, names).map(name -> "; did you mean " + name + "?");
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        if (failure instanceof InterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        if (failure instanceof VendorException vendor) {
            console.say(vendor.getMessage());
            return isRefusedHere(vendor) ? ExitCode.USAGE : ExitCode.FAILED;
        }
        if (failure instanceof PolicyException policy) {
            policy.mistakes().forEach(console::say);
            return ExitCode.USAGE;
        }
        if (failure instanceof SettingsException
                || failure instanceof UsageException
                || failure instanceof CheckpointException) {
            console.say(String.valueOf(failure.getMessage()));
            return ExitCode.USAGE;
        }
        if (failure instanceof OutputException) {
            console.say(String.valueOf(failure.getMessage()));
            return ExitCode.UNWRITABLE;
        }
        return bug(failure);
    }

    private static boolean isRefusedHere(VendorException failure) {
        return failure.kind() == FailureKind.INVALID_REQUEST && failure.attempts() == 0;
    }

    /** The standard output took nothing. */
    int unwritten() {
        console.say("the standard output cannot be written");
        return ExitCode.UNWRITABLE;
    }

    /** Messages of foreign exceptions may quote anything, so only the place is printed. */
    int bug(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String place = trace.length == 0 ? "an unknown place" : trace[0].toString();
        console.say("a bug of ours: " + failure.getClass().getName() + " at " + place
                + "; please report it with the output of -v");
        Logger log = LoggerFactory.getLogger("dev.seatport.demo");
        for (StackTraceElement step : trace) {
            log.debug("  at {}", step);
        }
        return ExitCode.BUG;
    }
}
