package dev.seatport.demo.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.ArgSpec;

/**
 * A command with a name: which arguments it takes, and what it does with them. Arguments are described in code, not by annotations:
 * picocli takes longer to find those than many a command takes to run.
 */
interface Subcommand extends Callable<Integer> {
    /** The arguments that it takes beside those that every command takes. */
    List<ArgSpec> arguments();
}
