/** JSON encoding and decoding of the domain's values. */
module dev.seatport.json {
    requires transitive dev.seatport.ports;
    requires transitive com.fasterxml.jackson.databind;
    // Needed at run time: its annotations mark the record components that may be null.
    requires transitive org.jspecify;

    exports dev.seatport.json;

    opens dev.seatport.json to
            com.fasterxml.jackson.databind;

    provides com.fasterxml.jackson.databind.Module with
            dev.seatport.json.SeatportModule;
}
