/** Services that embed Seatport: they require the use cases and two adapters, and see the ports and the domain through them. */
// "module": a vendor's name ends in a digit.
@SuppressWarnings("module")
module dev.seatport.example {
    requires dev.seatport.application;
    requires dev.seatport.avepoint;
    requires dev.seatport.c3;
    requires dev.seatport.json;
    requires dev.seatport.reports;
    requires static org.jspecify;
}
