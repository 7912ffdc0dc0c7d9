package dev.seatport.demo.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/**
 * System properties that libraries read at their first use, unless the user set them: without these, each library looks for something
 * that is not here, or prepares for a feature that no command uses.
 */
final class SystemPropertyDefaults {
    private static final String LOG_PROVIDER = "slf4j.provider";
    private static final String NO_LOG = "dev.seatport.demo.cli.NopLoggingProvider";

    private SystemPropertyDefaults() {}

    /** Call it before the first use of a library. There is no log until {@link #enableLog()}, unless the user configured one. */
    static void set() {
        // No closures of Groovy's among our options, and none of a type of java.sql or java.time.
        preset("picocli.disable.closures", "true");
        preset("picocli.converters.excludes", "java.[st].+");
        // Its events would be registered with the flight recorder, which takes longer than a listing.
        preset("io.netty.jfr.enabled", "false");
        // It would look through the network cards for one to name connections by.
        preset("io.netty.machineId", "00:00:00:00:00:00:00:00");
        // It would read what system this is, to name native code that it is not asked for.
        preset("io.netty.osClassifiers", "");
        // Else these look for other logs first, and one of them finds Java's own.
        preset("org.jboss.logging.provider", "slf4j");
        preset("vertx.logger-delegate-factory-class-name", "io.vertx.core.logging.SLF4JLogDelegateFactory");
        if (System.getProperty("logback.configurationFile") == null) {
            preset(LOG_PROVIDER, NO_LOG);
            preset("slf4j.internal.verbosity", "WARN");
        }
    }

    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Logs what the library does from now on. Call it before the first log entry. */
    static void enableLog() {
        if (NO_LOG.equals(System.getProperty(LOG_PROVIDER))) {
            System.clearProperty(LOG_PROVIDER);
        }
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        logger("dev.seatport").setLevel(Level.DEBUG);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
