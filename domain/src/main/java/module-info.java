/**
 * Seatport's domain: customers, tenants, seats, licenses and findings. Depends on the JDK only, and on JSpecify's
 * annotations at compile time.
 */
module dev.seatport.domain {
    requires static transitive org.jspecify;

    exports dev.seatport.domain.customer;
    exports dev.seatport.domain.ledger;
    exports dev.seatport.domain.license;
    exports dev.seatport.domain.money;
    exports dev.seatport.domain.observed;
    exports dev.seatport.domain.review;
    exports dev.seatport.domain.seat;
    exports dev.seatport.domain.tenant;
}
