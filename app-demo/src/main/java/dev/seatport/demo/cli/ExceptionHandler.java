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

/** Maps an exception that ends a command to one line for the user and an exit code. */
final class ExceptionHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** Message of picocli for a value of the wrong type, where it does not list the allowed values. */
    private static final String INVALID_VALUE = ".* is not an? \\w+";

    private final CommandEnvironment environment;

    ExceptionHandler(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        environment.printMessage(describe(problem, command) + "; see '"
                + command.getCommandSpec().qualifiedName() + " --help'");
        return ExitCode.USAGE;
    }

    private static String describe(ParameterException problem, CommandLine command) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return describeUnmatched(unmatched.getUnmatched().get(0), command);
        }
        ArgSpec argument = problem.getArgSpec();
        String message = String.valueOf(problem.getMessage());
        boolean listsNoValues = argument != null && Pattern.matches(INVALID_VALUE, message);
        return listsNoValues ? message + "; allowed values: " + String.join(" ", argument.description()) : message;
    }

    /** Describes the first unmatched argument only: those after it often are its values. */
    private static String describeUnmatched(String first, CommandLine command) {
        if (first.startsWith("-")) {
            List<String> options = command.getCommandSpec().options().stream()
                    .map(OptionSpec::longestName)
                    .toList();
            return "unknown option '" + first + "'" + suggestion(first, options).orElse("");
        }
        if (command.getParent() != null) {
            return "unexpected argument '" + first + "'";
        }
        List<String> commands = command.getSubcommands().values().stream()
                .map(CommandLine::getCommandName)
                .distinct()
                .toList();
        return "unknown command '" + first + "'"
                + suggestion(first, commands).orElseGet(() -> "; available commands: " + String.join(", ", commands));
    }

    private static Optional<String> suggestion(String text, List<String> names) {
        return NameSuggester.suggest(text, names).map(name -> "; did you mean " + name + "?");
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        if (failure instanceof InterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        if (failure instanceof VendorException vendor) {
            environment.printMessage(vendor.getMessage());
            return isRejectedLocally(vendor) ? ExitCode.USAGE : ExitCode.FAILED;
        }
        if (failure instanceof PolicyException policy) {
            policy.mistakes().forEach(environment::printMessage);
            return ExitCode.USAGE;
        }
        if (failure instanceof SettingsException
                || failure instanceof UsageException
                || failure instanceof CheckpointException) {
            environment.printMessage(String.valueOf(failure.getMessage()));
            return ExitCode.USAGE;
        }
        if (failure instanceof OutputException) {
            environment.printMessage(String.valueOf(failure.getMessage()));
            return ExitCode.UNWRITABLE;
        }
        return reportInternalError(failure);
    }

    /** Returns whether the request was invalid and was not sent. */
    private static boolean isRejectedLocally(VendorException failure) {
        return failure.kind() == FailureKind.INVALID_REQUEST && failure.attempts() == 0;
    }

    /** Reports that the standard output does not accept data. */
    int reportUnwritableOutput() {
        environment.printMessage(
                "the standard output cannot be written; check that its reader runs and its disk has space");
        return ExitCode.UNWRITABLE;
    }

    /** Prints class and place of an unexpected exception. Its message may quote a secret, so it is not printed. */
    int reportInternalError(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String place = trace.length == 0 ? "unknown place" : trace[0].toString();
        environment.printMessage("internal error; please report it with the output of -v: "
                + failure.getClass().getName() + " at " + place);
        Logger log = LoggerFactory.getLogger("dev.seatport.demo");
        for (StackTraceElement step : trace) {
            log.debug("  at {}", step);
        }
        return ExitCode.INTERNAL_ERROR;
    }
}
