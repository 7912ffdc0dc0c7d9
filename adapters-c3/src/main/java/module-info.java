/** C3 (CSP Control Center) behind Seatport's ports. */
// "requires-automatic": MapStruct's annotations come in a jar without a module descriptor; they are needed to compile
// only.
// "module": the vendor's name ends in a digit.
@SuppressWarnings({"requires-automatic", "module"})
module dev.seatport.c3 {
    requires com.fasterxml.jackson.databind;
    requires transitive dev.seatport.http;
    requires static transitive org.jspecify;
    requires static org.mapstruct;
    // For the @Generated annotation of MapStruct's classes.
    requires static java.compiler;

    exports dev.seatport.c3;

    opens dev.seatport.c3.internal.customers to
            com.fasterxml.jackson.databind;
    opens dev.seatport.c3.internal.licenses to
            com.fasterxml.jackson.databind;
}
