package dev.seatport.domain.tenant;

import dev.seatport.domain.internal.IdEquality;

/**
 * Identity of a cloud tenant. All vendors use the same id, so it joins a customer's records at two vendors.
 *
 * <p>Equality of GUIDs ignores letter case, dashes, braces and surrounding blanks. Other ids are equal only if all characters
 * are. The order is consistent with equality. An id that is not {@linkplain #isIdentifying() identifying} is never used to
 * join or merge rows, nor sent in a request.
 *
 * @param value the id in the vendor's spelling, as requests send it; opaque, empty if the vendor reported none
 */
public record TenantId(String value) implements Comparable<TenantId> {

    /** Returns whether the id identifies a tenant. A blank text and the empty GUID do not. */
    public boolean isIdentifying() {
        return IdEquality.isIdentifying(value);
    }

    /** Returns the spelling that all equal ids share. For comparison only; requests send {@link #value()}. */
    public String canonical() {
        return IdEquality.canonical(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TenantId that && IdEquality.areEqual(value, that.value);
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
