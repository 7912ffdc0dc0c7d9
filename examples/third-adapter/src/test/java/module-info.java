/** Adapter of the example, with its tests. A real adapter has its tests in a separate source folder. */
// begin: module
// The jar of MapStruct's annotations has no module descriptor. They are needed at compile time only.
@SuppressWarnings("requires-automatic")
module com.example.acme {
    requires transitive dev.seatport.http;
    requires static transitive org.jspecify;
    requires static org.mapstruct;
    // For the @Generated annotation of the classes that MapStruct generates.
    requires static java.compiler;

    exports com.example.acme;

    // Jackson creates the DTOs.
    opens com.example.acme.internal.customers to
            com.fasterxml.jackson.databind;
    opens com.example.acme.internal.tenantseats to
            com.fasterxml.jackson.databind;
    // end: module

    requires com.tngtech.archunit;
    requires dagger;
    requires dev.seatport.hexagon;
    requires dev.seatport.testkit;
    requires jakarta.inject;
    requires org.assertj.core;
    requires org.junit.jupiter.api;

    exports com.example.initech;

    opens com.example.initech.internal.licenses to
            com.fasterxml.jackson.databind;
    opens com.example.acmetests to
            org.junit.platform.commons;
// begin: module
}
// end: module
