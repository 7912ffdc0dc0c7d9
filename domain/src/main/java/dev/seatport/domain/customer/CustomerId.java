package dev.seatport.domain.customer;

import dev.seatport.domain.internal.IdEquality;

/**
 * Identity of a customer at one vendor. Each vendor assigns its ids independently, so an id is valid only with its vendor.
 * An adapter rejects the id of another vendor.
 *
 * <p>Equality of GUIDs ignores letter case, dashes, braces and surrounding blanks. Other ids are equal only if all characters
 * are. The order is consistent with equality.
 *
 * @param vendor the vendor that assigned the id
 * @param value the id in the vendor's spelling, as requests send it; opaque, never empty
 */
public record CustomerId(Vendor vendor, String value) implements Comparable<CustomerId> {
    public CustomerId {
        IdEquality.requireNonEmpty(value, "a customer id");
    }

    /** Returns whether the id identifies a customer. A blank text and the empty GUID do not. */
    public boolean isIdentifying() {
        return IdEquality.isIdentifying(value);
    }

    /** Returns the spelling that all equal ids share. For comparison only; requests send {@link #value()}. */
    public String canonical() {
        return IdEquality.canonical(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerId that && vendor.equals(that.vendor) && IdEquality.areEqual(value, that.value);
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
