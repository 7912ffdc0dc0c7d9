/** Adapter for C3 (CSP Control Center). */
// "requires-automatic": the jar of MapStruct's annotations has no module descriptor. They are needed at compile time
// only.
// "module": the module name ends in a digit, as the vendor's name does.
@SuppressWarnings({"requires-automatic", "module"})
module dev.seatport.c3 {
    requires com.fasterxml.jackson.databind;
    requires transitive dev.seatport.http;
    requires static transitive org.jspecify;
    requires static org.mapstruct;
    // For the @Generated annotation of the classes that MapStruct generates.
    requires static java.compiler;

    exports dev.seatport.c3;

    opens dev.seatport.c3.internal.customers to
            com.fasterxml.jackson.databind;
    opens dev.seatport.c3.internal.licenses to
            com.fasterxml.jackson.databind;
}
