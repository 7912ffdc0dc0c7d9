package dev.seatport.demo.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar that runs. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"seatport " + number()};
    }

    static String number() {
        String built = Main.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(built, "(unpackaged)");
    }
}
