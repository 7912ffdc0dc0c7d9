package dev.seatport.domain.seat;

/**
 * Vendor's code of a product. A code that no catalogue has is kept unchanged.
 *
 * @param value the code in the vendor's spelling; opaque, never blank
 */
public record ProductCode(String value) {
    public ProductCode {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a product code must not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
