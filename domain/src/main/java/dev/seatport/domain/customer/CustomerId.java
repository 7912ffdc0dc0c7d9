package dev.seatport.domain.customer;

import dev.seatport.domain.internal.IdEquality;

/**
 * A customer's identity at one vendor. Each vendor has ids of its own, so an id means nothing without its vendor, and an
 * adapter refuses the id of another vendor.
 *
 * <p>GUIDs are equal whatever their letter case, dashes, braces or surrounding blanks. Other texts are equal only to the
 * letter. The order agrees with equality.
 *
 * @param vendor the vendor that gave the id
 * @param value the id in the vendor's spelling, which the vendor is sent back; opaque, never empty
 */
public record CustomerId(Vendor vendor, String value) implements Comparable<CustomerId> {
    public CustomerId {
        IdEquality.require(value, "a customer id");
    }

    /** Returns whether the id identifies a customer. A blank text and the empty GUID do not. */
    public boolean isIdentifying() {
        return IdEquality.isIdentifying(value);
    }

    /** Returns the one spelling that equal ids share. It is for comparison and never sent. */
    public String canonical() {
        return IdEquality.canonical(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerId that && vendor.equals(that.vendor) && IdEquality.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * vendor.hashCode() + IdEquality.hash(value);
    }

    @Override
    public int compareTo(CustomerId other) {
        int byVendor = vendor.name().compareTo(other.vendor.name());
        return byVendor == 0 ? IdEquality.compare(value, other.value) : byVendor;
    }

    @Override
    public String toString() {
        return vendor + ":" + value;
    }
}
