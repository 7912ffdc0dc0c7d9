/** Example of an adapter: customers and licenses of Acme, an invented vendor. */
// begin: module
module com.example.acme {
    requires transitive dev.seatport.http;
    requires static transitive org.jspecify;

    exports com.example.acme;

    // Jackson creates the DTOs.
    opens com.example.acme.internal.customers to
            com.fasterxml.jackson.databind;
    opens com.example.acme.internal.licenses to
            com.fasterxml.jackson.databind;
}
// end: module
