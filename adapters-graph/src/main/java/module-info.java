/** Adapter for Microsoft Graph. */
// "requires-automatic": the jar of MapStruct's annotations has no module descriptor. They are needed at compile time
// only.
@SuppressWarnings("requires-automatic")
module dev.seatport.graph {
    requires com.fasterxml.jackson.databind;
    requires transitive dev.seatport.http;
    requires static transitive org.jspecify;
    requires static org.mapstruct;
    // For the @Generated annotation of the classes that MapStruct generates.
    requires static java.compiler;

    exports dev.seatport.graph;

    opens dev.seatport.graph.internal.customers to
            com.fasterxml.jackson.databind;
    opens dev.seatport.graph.internal.licenses to
            com.fasterxml.jackson.databind;
}
