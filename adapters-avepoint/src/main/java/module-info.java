/** AvePoint Elements behind Seatport's ports. */
// MapStruct's annotations come in a jar without a module descriptor; they are needed to compile only.
@SuppressWarnings("requires-automatic")
module dev.seatport.avepoint {
    requires com.fasterxml.jackson.databind;
    requires transitive dev.seatport.http;
    requires static transitive org.jspecify;
    requires static org.mapstruct;
    // For the @Generated annotation of MapStruct's classes.
    requires static java.compiler;

    exports dev.seatport.avepoint;

    opens dev.seatport.avepoint.internal.customers to
            com.fasterxml.jackson.databind;
    opens dev.seatport.avepoint.internal.tenantseats to
            com.fasterxml.jackson.databind;
    opens dev.seatport.avepoint.internal.productseats to
            com.fasterxml.jackson.databind;
    opens dev.seatport.avepoint.internal.transport to
            com.fasterxml.jackson.databind;
}
