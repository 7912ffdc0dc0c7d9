package dev.seatport.demo.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar that runs. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String built = Main.class.getPackage().getImplementationVersion();
        return new String[] {"seatport " + Objects.requireNonNullElse(built, "(unpackaged)")};
    }
}
