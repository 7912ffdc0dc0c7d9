package dev.seatport.demo.wiring;

import dev.seatport.domain.customer.Vendor;

/**
 * Whom a review asks where the settings name nobody.
 *
 * @param seats the vendor of the seats
 * @param licenses the vendor of the licenses
 */
record UsualVendors(Vendor seats, Vendor licenses) {}
