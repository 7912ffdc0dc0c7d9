package dev.seatport.domain.license;

import dev.seatport.domain.internal.IdEquality;

/**
 * The identity of a stock keeping unit: what a license is a license of.
 *
 * <p>GUIDs are equal whatever their letter case, dashes, braces or surrounding blanks. Other texts are equal only to the
 * letter. The order agrees with equality. Rows whose id is not {@linkplain #isIdentifying() identifying} are never merged.
 *
 * @param value the id in the vendor's spelling; opaque, empty if the vendor reported none
 */
public record SkuId(String value) implements Comparable<SkuId> {

    /** Returns whether the id identifies a SKU. A blank text and the empty GUID do not. */
    public boolean isIdentifying() {
        return IdEquality.isIdentifying(value);
    }

    /** Returns the one spelling that equal ids share. It is for comparison and never sent. */
    public String canonical() {
        return IdEquality.canonical(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SkuId that && IdEquality.same(value, that.value);
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
