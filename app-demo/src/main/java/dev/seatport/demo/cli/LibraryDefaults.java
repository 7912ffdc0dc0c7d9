package dev.seatport.demo.cli;

/**
 * What the libraries of this process are told before the first of them is used, unless whoever started it told them already: each
 * of these looks for something at its start that is not here, or prepares for something that nobody asked for.
 */
final class LibraryDefaults {
    private LibraryDefaults() {}

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
    }

    static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
