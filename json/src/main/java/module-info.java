/** The domain's values as JSON and back. */
module dev.seatport.json {
    requires transitive dev.seatport.ports;
    requires transitive com.fasterxml.jackson.databind;
    // Says at run time which components of a record may be null.
    requires transitive org.jspecify;

    exports dev.seatport.json;

    opens dev.seatport.json to
            com.fasterxml.jackson.databind;

    provides com.fasterxml.jackson.databind.Module with
            dev.seatport.json.SeatportModule;
}
