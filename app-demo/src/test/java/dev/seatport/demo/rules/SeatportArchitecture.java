package dev.seatport.demo.rules;

import dev.seatport.demo.WiredVendors;
import dev.seatport.hexagon.Hexagon;
import dev.seatport.hexagon.RuleGroup;
import java.time.LocalDate;

/** The architecture of Seatport, as one declaration. The planted house has the same layers. */
final class SeatportArchitecture {
    /** Last day of the exceptions. On that day each is decided again. */
    static final LocalDate NEXT_REVIEW = LocalDate.of(2027, 11, 30);

    private static final String DEFAULT_CLOCK = "the system clock is the default of an option, and tests replace it";
    private static final String UNIQUE_ID = "the id of a simulated response must be unique and has no other effect";
    private static final String TEST_PROCESS = "the build passes folders and the class path to tests as properties";

    private SeatportArchitecture() {}

    static Hexagon rules() {
        return layers("dev.seatport", "dagger..", "io.smallrye.mutiny..", vendors())
                .layer("hexagon", "hexagon..")
                .exceptUse(
                        "dev.seatport.application.review.FleetReview$Builder",
                        "ambient-clock",
                        "InstantSource.system",
                        DEFAULT_CLOCK,
                        NEXT_REVIEW)
                .exceptUse(
                        "dev.seatport.application.ledger.RecordingReview$Builder",
                        "ambient-clock",
                        "InstantSource.system",
                        DEFAULT_CLOCK,
                        NEXT_REVIEW)
                .exceptUse(
                        "dev.seatport.application.customers.CachingCustomerDirectory",
                        "ambient-clock",
                        "InstantSource.system",
                        DEFAULT_CLOCK,
                        NEXT_REVIEW)
                .exceptUse(
                        "dev.seatport.http.ClientOptionsBuilder",
                        "ambient-clock",
                        "InstantSource.system",
                        DEFAULT_CLOCK,
                        NEXT_REVIEW)
                .exceptUse(
                        "dev.seatport.sandbox.SandboxOptions",
                        "ambient-clock",
                        "InstantSource.system",
                        DEFAULT_CLOCK,
                        NEXT_REVIEW)
                .exceptUse(
                        "dev.seatport.http.internal.auth.TokenRequestForm",
                        "ambient-chance",
                        "UUID.randomUUID",
                        "the id of a signed token must be unique and has no other effect",
                        NEXT_REVIEW)
                .exceptUse(
                        "dev.seatport.sandbox.Sandbox",
                        "ambient-chance",
                        "SecureRandom.<init>",
                        "the client secret of a simulated vendor must not be guessed",
                        NEXT_REVIEW)
                .exceptUse(
                        "dev.seatport.sandbox.graph.GraphSandboxApi",
                        "ambient-chance",
                        "UUID.randomUUID",
                        UNIQUE_ID,
                        NEXT_REVIEW)
                .exceptUse(
                        "dev.seatport.sandbox.oauth.EntraRefusal",
                        "ambient-chance",
                        "UUID.randomUUID",
                        UNIQUE_ID,
                        NEXT_REVIEW)
                .exceptUse(
                        "dev.seatport.testkit.http.SmallHeapProcess",
                        "ambient-environment",
                        "System.getProperty",
                        TEST_PROCESS,
                        NEXT_REVIEW)
                .exceptUse(
                        "dev.seatport.testkit.http.TestResources",
                        "ambient-environment",
                        "System.getProperty",
                        TEST_PROCESS,
                        NEXT_REVIEW);
    }

    /** Returns the names of the wired vendors. Each vendor has an adapter in the package of its name without dashes. */
    private static String[] vendors() {
        return WiredVendors.plugins().stream()
                .map(plugin -> plugin.name().replace("-", ""))
                .toArray(String[]::new);
    }

    /**
     * Returns the rules of the layers below a root package.
     *
     * @param wiring dependency injection, for the demo only
     * @param reactive reactive streams of use cases and adapters, not in public signatures
     */
    static Hexagon layers(String root, String wiring, String reactive, String... vendors) {
        Hexagon rules = Hexagon.of(root)
                .with(RuleGroup.NULLNESS, RuleGroup.SUFFIXES)
                .allowEverywhere("org.jspecify..")
                .domain("domain..")
                .ports("ports..")
                .application("application..", reactive)
                .layer("testkit", "testkit..")
                .layer("sandbox", "sandbox..")
                .adapterSupport("http", "http..")
                .layer("ledger", "ledger..")
                .layer("json", "json..")
                .layer("reports", "reports..")
                .outermost("demo", "demo..")
                .mayUse("testkit", "domain", "ports")
                .mayUse("ledger", "domain", "ports")
                .mayUse("json", "domain", "ports")
                .mayUse("reports", "domain", "ports", "json")
                .entryPackages("http", "http", "http.spi", "http.json")
                .entryPackages("ledger", "ledger")
                .implementPortsInternally("http", "ledger")
                .ambientIn("testkit", "sandbox", "http", "ledger", "json", "reports")
                .restrictLibrary(wiring, "demo")
                .notInSignatures(reactive)
                .forbiddenParts("dto", "json", "http");
        for (String vendor : vendors) {
            rules = rules.adapter(vendor, vendor + "..")
                    .entryPackages(vendor, vendor)
                    .implementPortsInternally(vendor)
                    .forbiddenParts(vendor)
                    .ambientIn(vendor);
        }
        return rules;
    }
}
