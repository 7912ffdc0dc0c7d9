package dev.seatport.demo.cli;

import dev.seatport.demo.config.SettingsException;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.policy.NameSuggester;
import dev.seatport.reports.policy.PolicyException;
import dev.seatport.reports.review.CheckpointException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Maps an exception that ends a command to one line for the user and an exit code. */
final class ExceptionHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final CommandEnvironment environment;

    ExceptionHandler(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        environment.printMessage(describe(problem, command) + hint(command));
        return ExitCode.USAGE;
    }

    private static String hint(CommandLine command) {
        return "; see '" + command.getCommandSpec().qualifiedName() + " --help'";
    }

    private static String describe(ParameterException problem, CommandLine command) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return describeUnmatched(unmatched.getUnmatched().get(0), command);
        }
        ArgSpec argument = problem.getArgSpec();
        if (problem instanceof MissingParameterException missing) {
            return describeMissing(missing);
        }
        if (problem instanceof OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + " is given more than once; give it once";
        }
        if (argument != null && problem.getValue() != null) {
            return name(argument) + " '" + problem.getValue() + "' is not allowed; allowed values: "
                    + allowedValues(argument);
        }
        return String.valueOf(problem.getMessage());
    }

    private static String describeMissing(MissingParameterException missing) {
        String message = String.valueOf(missing.getMessage());
        ArgSpec argument = missing.getMissing().isEmpty()
                ? missing.getArgSpec()
                : missing.getMissing().get(0);
        if (argument == null) {
            return message;
        }
        boolean withoutValue = argument.isOption() && !message.startsWith("Missing required option");
        return withoutValue
                ? name(argument) + " needs a value; allowed values: " + allowedValues(argument)
                : missing.getMissing().stream().map(ExceptionHandler::name).collect(Collectors.joining(" and "))
                        + (missing.getMissing().size() > 1 ? " are missing" : " is missing");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : "the argument " + argument.paramLabel();
    }

    private static String allowedValues(ArgSpec argument) {
        Object[] constants = argument.type().getEnumConstants();
        return constants == null
                ? String.join(" ", argument.description())
                : Arrays.stream(constants)
                        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
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
        if (failure instanceof UsageException) {
            String message = String.valueOf(failure.getMessage());
            environment.printMessage(message.contains("'seatport ") ? message : message + hint(command));
            return ExitCode.USAGE;
        }
        if (failure instanceof SettingsException || failure instanceof CheckpointException) {
            environment.printMessage(String.valueOf(failure.getMessage()));
            return ExitCode.USAGE;
        }
        if (failure instanceof OutputException && environment.isOutputClosed()) {
            return ExitCode.OUTPUT_CLOSED;
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
        if (environment.isOutputClosed()) {
            return ExitCode.OUTPUT_CLOSED;
        }
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
