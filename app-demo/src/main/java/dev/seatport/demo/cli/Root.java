package dev.seatport.demo.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The root command, which picocli puts into its subcommands before it calls them. */
final class Root {
    private Root() {}

    static SeatportCommand of(@Nullable SeatportCommand injected) {
        return Objects.requireNonNull(injected, "picocli injects the parent command");
    }
}
