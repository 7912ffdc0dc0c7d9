package dev.seatport.demo.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/**
 * Defaults of system properties that libraries read at their first use. They shorten the start: without them, libraries search for
 * missing parts or prepare unused features. A property that the user set keeps its value.
 */
final class SystemPropertyDefaults {
    private static final String LOG_PROVIDER_PROPERTY = "slf4j.provider";
    private static final String NOP_LOG_PROVIDER = "dev.seatport.demo.cli.NopLoggingProvider";

    private SystemPropertyDefaults() {}

    /** Sets the defaults. Call it before the first use of a library. Turns logging off, unless the user configured Logback. */
    static void set() {
        // No option is a Groovy closure, and no option has a type of java.sql or java.time.
        setDefault("picocli.disable.closures", "true");
        setDefault("picocli.converters.excludes", "java.[st].+");
        // Registering Netty's events with Flight Recorder takes longer than a listing.
        setDefault("io.netty.jfr.enabled", "false");
        // Netty would search the network interfaces for a machine id.
        setDefault("io.netty.machineId", "00:00:00:00:00:00:00:00");
        // Netty would detect the operating system, to select native code that is not used.
        setDefault("io.netty.osClassifiers", "");
        // Otherwise these libraries search for other loggers, and one of them uses java.util.logging.
        setDefault("org.jboss.logging.provider", "slf4j");
        setDefault("vertx.logger-delegate-factory-class-name", "io.vertx.core.logging.SLF4JLogDelegateFactory");
        if (System.getProperty("logback.configurationFile") == null) {
            setDefault(LOG_PROVIDER_PROPERTY, NOP_LOG_PROVIDER);
            setDefault("slf4j.internal.verbosity", "WARN");
        }
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Enables the debug log. Call it before the first log entry. */
    static void enableLog() {
        if (NOP_LOG_PROVIDER.equals(System.getProperty(LOG_PROVIDER_PROPERTY))) {
            System.clearProperty(LOG_PROVIDER_PROPERTY);
        }
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        logger("dev.seatport").setLevel(Level.DEBUG);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
