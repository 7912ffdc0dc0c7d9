package dev.seatport.domain.seat;

/**
 * A vendor's code of a product. Codes that no catalogue knows are kept as they are.
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
