package dev.seatport.domain.customer;

import java.util.regex.Pattern;

/**
 * A source of seats or licenses, known by its name. The names themselves live in the adapters: the domain has no list of
 * vendors, so that a further one costs it nothing.
 *
 * @param name lower-case letters, digits and dashes, beginning with a letter; the same word that settings and reports use
 */
public record Vendor(String name) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]*");

    public Vendor {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("a vendor's name is lower-case letters, digits and dashes");
        }
    }

    /** The name's own. What Java makes for a record is linked when it is first asked for, and every row of a listing asks. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
