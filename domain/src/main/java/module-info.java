/**
 * Seatport's domain: customers, tenants, seats, licenses, and what is wrong with them. Knows nothing but the JDK (and
 * JSpecify's annotations, at compile time).
 */
module dev.seatport.domain {
    requires static transitive org.jspecify;

    exports dev.seatport.domain.customer;
    exports dev.seatport.domain.license;
    exports dev.seatport.domain.observed;
    exports dev.seatport.domain.review;
    exports dev.seatport.domain.seat;
    exports dev.seatport.domain.tenant;
}
