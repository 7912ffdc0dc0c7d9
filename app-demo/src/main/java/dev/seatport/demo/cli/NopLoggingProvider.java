package dev.seatport.demo.cli;

import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The log of a process that nobody asked to tell anything: made at once, where a real one would take longer to configure than most
 * commands take. SLF4J's own silent one will not do, for libraries that find it log elsewhere.
 */
public final class NopLoggingProvider implements SLF4JServiceProvider {
    private static final String VERSION = "2.0.99";

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> NOPLogger.NOP_LOGGER;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    /** The newest version of SLF4J that this would work with: any of its second. */
    @Override
    public String getRequestedApiVersion() {
        return VERSION;
    }

    @Override
    public void initialize() {
        // Nothing to prepare.
    }
}
