package dev.seatport.demo.cli;

import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * SLF4J provider without output, for a process without {@code -v}. It needs no configuration, which for Logback takes longer than most
 * commands. SLF4J's own no-operation provider is no substitute: libraries that detect it log elsewhere.
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

    /** Returns the newest SLF4J version that this provider supports: any 2.0. */
    @Override
    public String getRequestedApiVersion() {
        return VERSION;
    }

    @Override
    public void initialize() {
        // Nothing to prepare.
    }
}
