package dev.seatport.ports.failure;

/**
 * Violation of one request field, as a vendor reported it. Does not hold the rejected value, which may be confidential.
 *
 * @param attribute the vendor's name of the field
 * @param code the vendor's code of the violation
 */
public record RejectedRequestField(String attribute, String code) {
    @Override
    public String toString() {
        return attribute + " " + code;
    }
}
