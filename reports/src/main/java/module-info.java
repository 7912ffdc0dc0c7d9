/** A review as table, JSON, NDJSON, CSV or HTML, the file it is resumed from, and the policy file that it follows. */
module dev.seatport.reports {
    requires transitive dev.seatport.ports;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.csv;
    requires org.snakeyaml.engine;
    requires static transitive org.jspecify;

    exports dev.seatport.reports.output;
    exports dev.seatport.reports.policy;
    exports dev.seatport.reports.review;

    opens dev.seatport.reports.output to
            com.fasterxml.jackson.databind;
    opens dev.seatport.reports.review to
            com.fasterxml.jackson.databind;
}
