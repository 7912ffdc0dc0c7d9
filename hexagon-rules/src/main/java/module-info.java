/** Architecture rules for hexagonal projects, as a library for tests. */
// ArchUnit is an automatic module, and the public rules return its types.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.seatport.hexagon {
    requires transitive com.tngtech.archunit;
    // Compiles the violating classes of RuleProof.
    requires java.compiler;
    // Reads pom.xml.
    requires java.xml;
    // ArchUnit logs with it. An automatic module cannot require it.
    requires org.slf4j;
    // Not transitive, because modules that require this one need not have it.
    requires static org.jspecify;

    exports dev.seatport.hexagon;
}
