/** Test kit for authors and users of adapters: contract tests and fakes of the ports. */
// The Reactive Streams TCK and TestNG are automatic modules. Only contract classes use them internally.
@SuppressWarnings("requires-automatic")
module dev.seatport.testkit {
    requires transitive dev.seatport.ports;
    requires static transitive org.jspecify;
    // Only for tests that search the log for secrets: these have Logback on the module path.
    requires static ch.qos.logback.classic;
    requires static ch.qos.logback.core;
    requires org.assertj.core;
    requires org.junit.jupiter.api;
    requires org.reactivestreams;
    // Not the variant for Flow: both share a package, so no module can read both.
    requires org.reactivestreams.tck;
    requires static org.slf4j;
    requires org.testng;

    exports dev.seatport.testkit.contract;
    exports dev.seatport.testkit.fake;
    exports dev.seatport.testkit.http;
    exports dev.seatport.testkit.wait;

    // JUnit calls package-private test methods.
    opens dev.seatport.testkit.contract to
            org.junit.platform.commons;
}
