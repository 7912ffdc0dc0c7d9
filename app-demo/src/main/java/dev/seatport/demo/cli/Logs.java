package dev.seatport.demo.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much the log tells: nothing, unless somebody asks. */
final class Logs {
    private static final String PROVIDER = "slf4j.provider";
    private static final String QUIET = "dev.seatport.demo.cli.QuietLogging";

    private Logs() {}

    /** Makes no log in this process until {@link #tellMore()} is called, unless somebody configured one. Before anything is logged. */
    static void keepQuiet() {
        if (System.getProperty("logback.configurationFile") == null) {
            LibraryDefaults.preset(PROVIDER, QUIET);
            LibraryDefaults.preset("slf4j.internal.verbosity", "WARN");
        }
    }

    /** Before anything is logged. */
    static void tellMore() {
        if (QUIET.equals(System.getProperty(PROVIDER))) {
            System.clearProperty(PROVIDER);
        }
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        logger("dev.seatport").setLevel(Level.DEBUG);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
