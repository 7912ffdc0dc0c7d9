package dev.seatport.domain.tenant;

import dev.seatport.domain.internal.IdEquality;

/**
 * The identity of a cloud tenant. The vendors share it, so a customer's records at two vendors are joined by it.
 *
 * <p>GUIDs are equal whatever their letter case, dashes, braces or surrounding blanks. Other texts are equal only to the
 * letter. The order agrees with equality. An id that is not {@linkplain #isIdentifying() identifying} is never used to join,
 * merge or ask.
 *
 * @param value the id in the vendor's spelling, which the vendor is sent back; opaque, empty if the vendor reported none
 */
public record TenantId(String value) implements Comparable<TenantId> {

    /** Returns whether the id identifies a tenant. A blank text and the empty GUID do not. */
    public boolean isIdentifying() {
        return IdEquality.isIdentifying(value);
    }

    /** Returns the one spelling that equal ids share. It is for comparison and never sent. */
    public String canonical() {
        return IdEquality.canonical(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TenantId that && IdEquality.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return IdEquality.hash(value);
    }

    @Override
    public int compareTo(TenantId other) {
        return IdEquality.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
