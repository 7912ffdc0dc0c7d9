package dev.seatport.sandbox.fleet;

import java.util.OptionalInt;

/** Numbers of Microsoft tenants: a number for the first customer (index 0), and for the others one number or one by trait. Immutable. */
public record TenantsPerCustomer(int ofFirst, OptionalInt ofOthers) {
    /** Maximum number of tenants if every customer has the same number. */
    public static final int MAX_TENANTS_PER_CUSTOMER = 100;

    private static final int SEVERAL = 3;

    public TenantsPerCustomer {
        checkRange("tenants of the first customer", ofFirst, SimulatedFleet.MAX_TENANTS);
        ofOthers.ifPresent(count -> checkRange("tenants of each customer", count, MAX_TENANTS_PER_CUSTOMER));
    }

    /** Returns one tenant for the first customer and one to three for the others, by trait. */
    public static TenantsPerCustomer byTrait() {
        return new TenantsPerCustomer(1, OptionalInt.empty());
    }

    /** Returns the same number for every customer, 0 to {@link #MAX_TENANTS_PER_CUSTOMER}. Traits affect the first two tenants only. */
    public static TenantsPerCustomer ofEach(int count) {
        checkRange("tenants of each customer", count, MAX_TENANTS_PER_CUSTOMER);
        return new TenantsPerCustomer(count, OptionalInt.of(count));
    }

    /** Sets the number for the first customer, 0 to {@link SimulatedFleet#MAX_TENANTS}. */
    public TenantsPerCustomer ofFirst(int count) {
        return new TenantsPerCustomer(count, ofOthers);
    }

    int of(int index, CustomerTrait trait) {
        return index == 0 ? ofFirst : ofOthers.orElseGet(() -> countOf(trait));
    }

    private static int countOf(CustomerTrait trait) {
        return switch (trait) {
            case SEVERAL_TENANTS -> SEVERAL;
            case TENANT_UNKNOWN_TO_C3, TENANT_UNKNOWN_TO_AVEPOINT -> 2;
            default -> 1;
        };
    }

    private static void checkRange(String what, int count, int max) {
        if (count < 0 || count > max) {
            throw new IllegalArgumentException(what + " must be 0 to " + max + ", not " + count);
        }
    }
}
