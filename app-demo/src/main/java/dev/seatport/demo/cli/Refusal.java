package dev.seatport.demo.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the arguments. */
final class Refusal implements IParameterExceptionHandler {
    private final Console console;

    Refusal(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        console.say(problem.getMessage() + suggestion(problem) + "; see '"
                + command.getCommandSpec().qualifiedName() + " --help'");
        return ExitCode.USAGE;
    }

    private static String suggestion(ParameterException problem) {
        return problem instanceof UnmatchedArgumentException unknown
                        && !unknown.getSuggestions().isEmpty()
                ? "; did you mean " + String.join(" or ", unknown.getSuggestions()) + "?"
                : "";
    }
}
