/** For whoever writes or embeds an adapter: in-memory fakes of the ports, and the rules of the house as a library. */
// ArchUnit is an automatic module, and its types are what the rules are made of: no way around naming it to users.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.seatport.testkit {
    requires transitive dev.seatport.ports;
    requires transitive com.tngtech.archunit;
    requires static transitive org.jspecify;

    exports dev.seatport.testkit.fake;
    exports dev.seatport.testkit.rules;
}
