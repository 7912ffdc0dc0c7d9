package dev.seatport.sandbox.fleet;

import java.util.OptionalInt;

/**
 * How many Microsoft tenants customers have: the first one (index 0) a number of its own, the others as their traits say or all the
 * same. Immutable; numbers that make no sense are refused at once.
 */
public record TenantCounts(int ofFirst, OptionalInt ofOthers) {
    /** The most that every customer may have. */
    public static final int MAX_TENANTS_PER_CUSTOMER = 100;

    private static final int OF_SEVERAL = 3;

    public TenantCounts {
        require("tenants of the first customer", ofFirst, SimulatedFleet.MAX_TENANTS);
        ofOthers.ifPresent(count -> require("tenants of each customer", count, MAX_TENANTS_PER_CUSTOMER));
    }

    /** One for the first customer, and for the others what their traits say: one, two or three. */
    public static TenantCounts byTrait() {
        return new TenantCounts(1, OptionalInt.empty());
    }

    /** The same number for every customer, from 0 to {@link #MAX_TENANTS_PER_CUSTOMER}. A trait shows in the first two. */
    public static TenantCounts ofEach(int count) {
        require("tenants of each customer", count, MAX_TENANTS_PER_CUSTOMER);
        return new TenantCounts(count, OptionalInt.of(count));
    }

    /** The same, with another number for the first customer, from 0 to {@link SimulatedFleet#MAX_TENANTS}. */
    public TenantCounts ofFirst(int count) {
        return new TenantCounts(count, ofOthers);
    }

    int of(int index, CustomerTrait customerTrait) {
        return index == 0 ? ofFirst : ofOthers.orElseGet(() -> countOf(customerTrait));
    }

    private static int countOf(CustomerTrait customerTrait) {
        return switch (customerTrait) {
            case SEVERAL_TENANTS -> OF_SEVERAL;
            case TENANT_UNKNOWN_TO_C3, TENANT_UNKNOWN_TO_AVEPOINT -> 2;
            default -> 1;
        };
    }

    private static void require(String what, int count, int most) {
        if (count < 0 || count > most) {
            throw new IllegalArgumentException(what + " must be 0 to " + most + ", not " + count);
        }
    }
}
