package dev.seatport.domain.tenant;

import dev.seatport.domain.internal.OpaqueText;

/**
 * The identity of a cloud tenant: what the vendors share, and so what a customer's two records are joined by.
 *
 * @param value the id in the spelling of whoever reported it; opaque, never empty. Two GUID-shaped values are equal
 *     whatever their letter case; the spelling is kept, because each vendor is sent its own back
 */
public record TenantId(String value) implements Comparable<TenantId> {
    public TenantId {
        OpaqueText.require(value, "a tenant id");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TenantId that && OpaqueText.same(value, that.value);
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
    public int compareTo(TenantId other) {
        return canonical().compareTo(other.canonical());
    }

    @Override
    public String toString() {
        return value;
    }
}
