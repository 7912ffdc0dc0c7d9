/** A review as table, JSON, NDJSON, CSV or HTML, the file it is resumed from, and the policy file that it follows. */
// MapStruct's annotations, which are needed to compile only, and JTE's runtime come in jars without a module
// descriptor.
@SuppressWarnings("requires-automatic")
module dev.seatport.reports {
    requires transitive dev.seatport.ports;
    requires dev.seatport.json;
    requires com.fasterxml.jackson.dataformat.csv;
    requires gg.jte.runtime;
    requires org.snakeyaml.engine;
    requires static org.mapstruct;
    // For the @Generated annotation of MapStruct's classes.
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
