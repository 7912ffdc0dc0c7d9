/** Adapter for AvePoint Elements. */
// The jar of MapStruct's annotations has no module descriptor. They are needed at compile time only.
@SuppressWarnings("requires-automatic")
module dev.seatport.avepoint {
    requires com.fasterxml.jackson.databind;
    requires transitive dev.seatport.http;
    requires static transitive org.jspecify;
    requires static org.mapstruct;
    // For the @Generated annotation of the classes that MapStruct generates.
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
