package dev.seatport.sandbox.fleet;

import java.util.List;

/**
 * What is worth noticing about a simulated customer. Traits follow from a customer's index alone: they repeat every {@value
 * #PERIOD} customers, so a fleet of {@value #PERIOD} or more shows each of them, and most customers are in order.
 */
public enum CustomerTrait {
    /** Nothing: one Microsoft tenant, seats and licenses in order. */
    NONE(true),
    /** In order, with three Microsoft tenants that both vendors know; in C3 one customer with three rows. */
    SEVERAL_TENANTS(true),
    /** In order, with Salesforce, Google and Dynamics 365 tenants beside the Microsoft tenant. */
    OTHER_KINDS(true),
    /** In order, but C3 spells the tenant's id in capitals where AvePoint spells it in small letters. */
    LETTER_CASE(true),
    /** Fewer seats of product 2048 purchased than Microsoft seats assigned. */
    BACKUP_SHORTFALL(false),
    /** More than twice as many seats of product 2048 purchased than Microsoft seats assigned. */
    BACKUP_SURPLUS(false),
    /** At least five licenses, and at least a tenth of those purchased, are unassigned. */
    MANY_UNASSIGNED(false),
    /** A product's licenses are all assigned. */
    NONE_LEFT(false),
    /** More licenses of a product assigned than purchased; reported as available is a negative count, or 0. */
    OVER_ASSIGNED(false),
    /** The available licenses are not the purchased ones less the assigned ones. */
    AVAILABLE_DISAGREES(false),
    /** The counts of a tenant's seats, and some of a product's licenses, are null. */
    NULL_COUNTS(false),
    /** C3 does not know the customer at all. */
    CUSTOMER_UNKNOWN_TO_C3(false),
    /** C3 knows the customer and one of its two Microsoft tenants, not the other. */
    TENANT_UNKNOWN_TO_C3(false),
    /** C3 lists a second tenant of the customer, which AvePoint does not know. */
    TENANT_UNKNOWN_TO_AVEPOINT(false),
    /** AvePoint knows the customer without any tenant or backup product; C3 sells it licenses. */
    NO_TENANTS(false),
    /** C3 lists the customer with a {@code DeletedOn}, and no licenses. */
    DELETED_IN_C3(false);

    /** After how many customers the traits repeat. */
    public static final int PERIOD = 28;

    private static final List<CustomerTrait> AT_EVEN_SLOTS = List.of(
            NONE,
            BACKUP_SHORTFALL,
            BACKUP_SURPLUS,
            MANY_UNASSIGNED,
            NONE_LEFT,
            OVER_ASSIGNED,
            AVAILABLE_DISAGREES,
            NULL_COUNTS,
            CUSTOMER_UNKNOWN_TO_C3,
            TENANT_UNKNOWN_TO_C3,
            TENANT_UNKNOWN_TO_AVEPOINT,
            NO_TENANTS,
            DELETED_IN_C3,
            NONE);

    private final boolean healthy;

    CustomerTrait(boolean healthy) {
        this.healthy = healthy;
    }

    /** Whether a customer with this trait gives no cause for complaint. */
    public boolean isHealthy() {
        return healthy;
    }

    static CustomerTrait at(int index) {
        int slot = index % PERIOD;
        if (slot % 2 == 0) {
            return AT_EVEN_SLOTS.get(slot / 2);
        }
        return switch (slot) {
            case 3, 17 -> SEVERAL_TENANTS;
            case 7, 21 -> OTHER_KINDS;
            case 9 -> LETTER_CASE;
            default -> NONE;
        };
    }
}
