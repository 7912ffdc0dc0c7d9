/** Review results as table, JSON, NDJSON, CSV and HTML, the resume file, and the policy file. */
// The jars of MapStruct's annotations (compile time only) and of the JTE runtime have no module descriptor.
@SuppressWarnings("requires-automatic")
module dev.seatport.reports {
    requires transitive dev.seatport.ports;
    requires dev.seatport.json;
    requires com.fasterxml.jackson.dataformat.csv;
    requires gg.jte.runtime;
    requires org.snakeyaml.engine;
    requires static org.mapstruct;
    // For the @Generated annotation of the classes that MapStruct generates.
    requires static java.compiler;

    exports dev.seatport.reports.format;
    exports dev.seatport.reports.output;
    exports dev.seatport.reports.policy;
    exports dev.seatport.reports.review;

    opens dev.seatport.reports.format to
            com.fasterxml.jackson.databind;
    opens dev.seatport.reports.output to
            com.fasterxml.jackson.databind;
    opens dev.seatport.reports.review to
            com.fasterxml.jackson.databind;
}
