package dev.seatport.domain.license;

import dev.seatport.domain.internal.IdEquality;

/**
 * Identity of a stock keeping unit (SKU), such as one license plan.
 *
 * <p>Equality of GUIDs ignores letter case, dashes, braces and surrounding blanks. Other ids are equal only if all characters
 * are. The order is consistent with equality. Rows whose id is not {@linkplain #isIdentifying() identifying} are never merged.
 *
 * @param value the id in the vendor's spelling; opaque, empty if the vendor reported none
 */
public record SkuId(String value) implements Comparable<SkuId> {

    /** Returns whether the id identifies a SKU. A blank text and the empty GUID do not. */
    public boolean isIdentifying() {
        return IdEquality.isIdentifying(value);
    }

    /** Returns the spelling that all equal ids share. For comparison only; requests send {@link #value()}. */
    public String canonical() {
        return IdEquality.canonical(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SkuId that && IdEquality.areEqual(value, that.value);
    }

    @Override
    public int hashCode() {
        return IdEquality.hash(value);
    }

    @Override
    public int compareTo(SkuId other) {
        return IdEquality.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
