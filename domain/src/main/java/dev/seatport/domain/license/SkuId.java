package dev.seatport.domain.license;

import dev.seatport.domain.internal.OpaqueText;

/**
 * The identity of a stock keeping unit: what a license is a license of.
 *
 * @param value the id in the vendor's spelling; opaque, never empty. Two GUID-shaped values are equal whatever their
 *     letter case
 */
public record SkuId(String value) implements Comparable<SkuId> {
    public SkuId {
        OpaqueText.require(value, "a SKU id");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SkuId that && OpaqueText.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return OpaqueText.hash(value);
    }

    /** The one spelling that equal ids share; for comparison, never to be sent. */
    public String canonical() {
        return OpaqueText.canonical(value);
    }

    /** By {@link #canonical()}: hash maps stay quick where a vendor sends ids of one hash. */
    @Override
    public int compareTo(SkuId other) {
        return canonical().compareTo(other.canonical());
    }

    @Override
    public String toString() {
        return value;
    }
}
