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
        return new HeadStart(looksLikeAsking(arguments) ? Resources.begun() : null);
    }

    /** Without a stream or a lambda, which would be linked before anything is begun. */
    private static boolean looksLikeAsking(String... arguments) {
        for (String argument : arguments) {
            if (isUnlikeAny(argument)) {
                return false;
            }
        }
        return arguments.length > 0 && Subcommands.asksVendors(arguments[0]);
    }

    private static boolean isUnlikeAny(String argument) {
        boolean brief = argument.startsWith("-") && !argument.startsWith("--");
        int value = argument.indexOf('=');
        return brief
                || argument.startsWith("@")
                || UNLIKE_ANY.contains(value < 0 ? argument : argument.substring(0, value));
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
