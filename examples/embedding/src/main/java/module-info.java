/** Services that embed Seatport. The use cases and the two adapters bring the ports and the domain transitively. */
// "module": the name of a required module ends in a digit.
@SuppressWarnings("module")
module dev.seatport.example {
    requires dev.seatport.application;
    requires dev.seatport.avepoint;
    requires dev.seatport.c3;
    requires dev.seatport.json;
    requires dev.seatport.reports;
    requires static org.jspecify;
}
