package dev.seatport.demo.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Says in one line what is wrong with the arguments. */
final class Refusal implements IParameterExceptionHandler {
    private final Console console;

    Refusal(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        console.say(problem.getMessage() + "; see '" + command.getCommandSpec().qualifiedName() + " --help'");
        return ExitCode.USAGE;
    }
}
