/**
 * Seatport's use cases: the order of the requests to the vendors, and the join of their responses. The API has JDK types
 * only; Mutiny is an internal dependency.
 */
module dev.seatport.application {
    requires transitive dev.seatport.ports;
    requires io.smallrye.mutiny;
    requires static org.jspecify;

    exports dev.seatport.application.customers;
    exports dev.seatport.application.ledger;
    exports dev.seatport.application.review;
}
