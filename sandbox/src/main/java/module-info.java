/** The vendors and their token servers, simulated over loopback HTTP from the vendors' documents alone. */
module dev.seatport.sandbox {
    requires static transitive org.jspecify;
    requires io.vertx.core;
    requires io.netty.buffer;
    requires io.netty.common;
    requires io.netty.transport;
    requires com.fasterxml.jackson.databind;

    exports dev.seatport.sandbox;
    exports dev.seatport.sandbox.faults;
    exports dev.seatport.sandbox.fleet;
}
