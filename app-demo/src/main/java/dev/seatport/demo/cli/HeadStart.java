package dev.seatport.demo.cli;

import dev.seatport.demo.wiring.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command that asks vendors is going to need takes longer to make than its arguments take to be understood. So it is begun
 * before they are, by the look of them; whether it was wanted is known later. For one thread.
 */
final class HeadStart {
    /** A help and a version ask nobody; who wants to be told more must be heard before the first library looks for a log. */
    private static final List<String> UNLIKE_ANY = List.of("--help", "--version", "--verbose");

    private @Nullable Resources begun;

    private HeadStart(@Nullable Resources begun) {
        this.begun = begun;
    }

    static HeadStart of(String... arguments) {
        boolean wanted = arguments.length > 0
                && Subcommands.asksVendors(arguments[0])
                && List.of(arguments).stream().noneMatch(HeadStart::isUnlikeAny);
        return new HeadStart(wanted ? Resources.begun() : null);
    }

    private static boolean isUnlikeAny(String argument) {
        boolean brief = argument.startsWith("-") && !argument.startsWith("--");
        return brief
                || argument.startsWith("@")
                || UNLIKE_ANY.stream().anyMatch(option -> argument.equals(option) || argument.startsWith(option + "="));
    }

    /** What was begun, for whoever closes it; begun now, if it was not or somebody has it. */
    Resources take() {
        Resources taken = begun == null ? Resources.begun() : begun;
        begun = null;
        return taken;
    }

    boolean begun() {
        return begun != null;
    }

    /** Leaves what nobody took; waits for nothing. */
    void drop() {
        if (begun != null) {
            begun.abandon();
            begun = null;
        }
    }
}
