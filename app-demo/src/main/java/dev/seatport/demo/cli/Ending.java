package dev.seatport.demo.cli;

import dev.seatport.demo.config.SettingsException;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.policy.PolicyException;
import dev.seatport.reports.review.JournalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What an exception that ends a command means to whoever runs it: one line and an exit code. */
final class Ending implements IExecutionExceptionHandler {
    private final Console console;

    Ending(Console console) {
        this.console = console;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        if (failure instanceof InterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        if (failure instanceof VendorException vendor) {
            console.say(vendor.getMessage());
            return refusedHere(vendor) ? ExitCode.USAGE : ExitCode.FAILED;
        }
        if (failure instanceof PolicyException policy) {
            policy.mistakes().forEach(console::say);
            return ExitCode.USAGE;
        }
        if (failure instanceof SettingsException
                || failure instanceof UsageException
                || failure instanceof JournalException) {
            console.say(String.valueOf(failure.getMessage()));
            return ExitCode.USAGE;
        }
        if (failure instanceof OutputException) {
            console.say(String.valueOf(failure.getMessage()));
            return ExitCode.UNWRITABLE;
        }
        return bug(failure);
    }

    /** The standard output took nothing. */
    int unwritten() {
        console.say("the standard output cannot be written");
        return ExitCode.UNWRITABLE;
    }

    private static boolean refusedHere(VendorException failure) {
        return failure.kind() == FailureKind.INVALID_REQUEST && failure.attempts() == 0;
    }

    /** Messages of exceptions that we did not write may quote anything, so only places are told. */
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
