package dev.seatport.ports.failure;

/**
 * What a vendor found wrong with one field of a request. The refused value is not kept: it may be anything.
 *
 * @param attribute the vendor's name of the field
 * @param code the vendor's code of what is wrong
 */
public record FieldViolation(String attribute, String code) {
    @Override
    public String toString() {
        return attribute + " " + code;
    }
}
