/** The adapter of the example and its tests, which a module of its own would keep apart. */
// begin: module
// MapStruct's annotations come in a jar without a module descriptor; they are needed to compile only.
@SuppressWarnings("requires-automatic")
module com.example.acme {
    requires transitive dev.seatport.http;
    requires static transitive org.jspecify;
    requires static org.mapstruct;
    // For the @Generated annotation of MapStruct's classes.
    requires static java.compiler;

    exports com.example.acme;

    // Jackson makes the DTOs.
    opens com.example.acme.internal.customers to
            com.fasterxml.jackson.databind;
    opens com.example.acme.internal.tenantseats to
            com.fasterxml.jackson.databind;
    // end: module

    requires com.tngtech.archunit;
    requires dagger;
    requires dev.seatport.testkit;
    requires jakarta.inject;
    requires org.assertj.core;
    requires org.junit.jupiter.api;

    opens com.example.acmetests to
            org.junit.platform.commons;
// begin: module
}
// end: module
