package dev.seatport.demo.cli;

import dev.seatport.reports.policy.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the arguments. */
final class Refusal implements IParameterExceptionHandler {
    /** How picocli says that a value is none of its type, where it does not say which are. */
    private static final String NO_SUCH_VALUE = ".* is not an? \\w+";

    private final Console console;

    Refusal(Console console) {
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
            return unmatched(unmatched, command);
        }
        ArgSpec argument = problem.getArgSpec();
        String message = String.valueOf(problem.getMessage());
        boolean unclear = argument != null && Pattern.matches(NO_SUCH_VALUE, message);
        return unclear ? message + "; legal: " + String.join(" ", argument.description()) : message;
    }

    /** The first that is too much: those behind it often are what it was to be followed by. */
    private static String unmatched(UnmatchedArgumentException problem, CommandLine command) {
        String first = problem.getUnmatched().get(0);
        if (first.startsWith("-")) {
            return "Unknown option: '" + first + "'"
                    + meant(first, options(command)).orElse("");
        }
        if (command.getParent() != null) {
            return "'" + first + "' is more than this command takes";
        }
        List<String> commands = Subcommands.names();
        return "'" + first + "' is no command"
                + meant(first, commands).orElseGet(() -> "; legal: " + String.join(", ", commands));
    }

    private static List<String> options(CommandLine command) {
        List<String> names = new ArrayList<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            names.add(option.longestName());
        }
        return names;
    }

    private static Optional<String> meant(String text, List<String> names) {
        return Nearest.to(text, names).map(name -> "; did you mean " + name + "?");
    }
}
