package dev.seatport.domain.customer;

import java.util.regex.Pattern;

/**
 * Source of seats or licenses, identified by its name. Each adapter defines the name of its vendor, so the domain does not
 * change for a new vendor.
 *
 * @param name lower-case letters, digits and dashes, beginning with a letter; settings and reports use the same name
 */
public record Vendor(String name) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    public Vendor {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a vendor's name must be lower-case letters, digits and dashes, and begin with a letter");
        }
    }

    /** Returns the hash of the name. The generated method of a record links at its first call, which slows the first rows. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
