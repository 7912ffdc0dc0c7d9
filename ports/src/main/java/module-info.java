/** Seatport's ports: interfaces that adapters implement (outbound) and that the application implements (inbound). JDK types only. */
module dev.seatport.ports {
    requires transitive dev.seatport.domain;
    requires static transitive org.jspecify;

    exports dev.seatport.ports.customers;
    exports dev.seatport.ports.failure;
    exports dev.seatport.ports.ledger;
    exports dev.seatport.ports.licenses;
    exports dev.seatport.ports.listing;
    exports dev.seatport.ports.review;
    exports dev.seatport.ports.seats;
    exports dev.seatport.ports.events;
}
