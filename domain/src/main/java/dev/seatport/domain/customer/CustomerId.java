package dev.seatport.domain.customer;

import dev.seatport.domain.internal.OpaqueText;

/**
 * A customer's identity at one vendor. Each vendor has ids of its own, so an id means nothing without its vendor, and an
 * adapter refuses the id of another vendor.
 *
 * @param vendor who gave the id
 * @param value the id in the vendor's own spelling; opaque, never empty. Two GUID-shaped values are equal whatever their
 *     letter case; the spelling is kept, because the vendor is sent it back
 */
public record CustomerId(Vendor vendor, String value) implements Comparable<CustomerId> {
    public CustomerId {
        OpaqueText.require(value, "a customer id");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerId that && vendor.equals(that.vendor) && OpaqueText.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * vendor.hashCode() + OpaqueText.hash(value);
    }

    /** The one spelling that equal ids of the vendor share; for comparison, never to be sent. */
    public String canonical() {
        return OpaqueText.canonical(value);
    }

    /** By vendor, then by {@link #canonical()}: hash maps stay quick where a vendor sends ids of one hash. */
    @Override
    public int compareTo(CustomerId other) {
        int byVendor = vendor.name().compareTo(other.vendor.name());
        return byVendor == 0 ? canonical().compareTo(other.canonical()) : byVendor;
    }

    @Override
    public String toString() {
        return vendor + ":" + value;
    }
}
