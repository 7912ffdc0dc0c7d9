package dev.seatport.demo.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much the log tells: nothing, unless somebody asks. */
final class Logs {
    private Logs() {}

    static void tellMore() {
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        logger("dev.seatport").setLevel(Level.DEBUG);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
