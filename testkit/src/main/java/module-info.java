/** For whoever writes or embeds an adapter: the contracts of the ports, fakes of them, and the rules of the house. */
// ArchUnit is an automatic module, and its types are what the rules are made of: no way around naming it to users. So
// are the
// Reactive Streams kit and TestNG, which only the inside of a contract uses.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.seatport.testkit {
    requires transitive dev.seatport.ports;
    requires transitive com.tngtech.archunit;
    requires static transitive org.jspecify;
    // Only for tests that look for secrets in the log: they bring Logback along.
    requires static ch.qos.logback.classic;
    requires static ch.qos.logback.core;
    requires org.assertj.core;
    requires org.junit.jupiter.api;
    requires org.reactivestreams;
    // Not its variant for Flow, which has a package in common with it: no module can read both.
    requires org.reactivestreams.tck;
    requires static org.slf4j;
    requires org.testng;

    exports dev.seatport.testkit.contract;
    exports dev.seatport.testkit.fake;
    exports dev.seatport.testkit.http;
    exports dev.seatport.testkit.rules;
    exports dev.seatport.testkit.wait;

    // JUnit runs tests that are package-private.
    opens dev.seatport.testkit.contract to
            org.junit.platform.commons;
}
