package dev.seatport.sandbox.fleet;

import java.util.List;

/**
 * Special case of a simulated customer. The index alone decides the trait. Traits repeat every {@value #PERIOD} customers, so a fleet of
 * {@value #PERIOD} or more has all of them. Most customers are healthy.
 */
public enum CustomerTrait {
    /** Healthy: one Microsoft tenant, correct seats and licenses. */
    NONE(true),
    /** Healthy, with three Microsoft tenants at both vendors; in C3 one customer with three rows. */
    SEVERAL_TENANTS(true),
    /** Healthy, with Salesforce, Google and Dynamics 365 tenants in addition to the Microsoft tenant. */
    OTHER_KINDS(true),
    /** Healthy. C3 sends the tenant's id in capitals, AvePoint in lower case. */
    LETTER_CASE(true),
    /** Fewer purchased seats of product 2048 than assigned Microsoft seats. */
    BACKUP_SHORTFALL(false),
    /** More than twice as many purchased seats of product 2048 as assigned Microsoft seats. */
    BACKUP_SURPLUS(false),
    /** Five or more licenses are unassigned, and at least a tenth of the purchased ones. */
    MANY_UNASSIGNED(false),
    /** All licenses of a product are assigned. */
    NONE_LEFT(false),
    /** More licenses of a product are assigned than purchased. The available count is negative or 0. */
    OVER_ASSIGNED(false),
    /** The available licenses are not purchased minus assigned. */
    AVAILABLE_DISAGREES(false),
    /** The seat counts of a tenant and some license counts are null. */
    NULL_COUNTS(false),
    /** C3 does not have the customer. */
    CUSTOMER_UNKNOWN_TO_C3(false),
    /** C3 has the customer and only one of its two Microsoft tenants. */
    TENANT_UNKNOWN_TO_C3(false),
    /** C3 lists a second tenant of the customer that AvePoint does not have. */
    TENANT_UNKNOWN_TO_AVEPOINT(false),
    /** AvePoint has the customer without a tenant or backup product. C3 lists licenses for it. */
    NO_TENANTS(false),
    /** C3 lists the customer with a {@code DeletedOn} and without licenses. Graph has no contract for it. */
    DELETED_IN_C3(false),
    /** Healthy at AvePoint and C3. In Graph a product has units in warning: all of them, or those that enabled units do not cover. */
    GRAPH_UNITS_IN_WARNING(true),
    /** Healthy at AvePoint and C3. The partner's app has no consent in the tenant, so it gets no token for Graph. */
    GRAPH_CONSENT_MISSING(true),
    /** Healthy at AvePoint and C3. In Graph a product has suspended units only, another one locked out units only. */
    GRAPH_UNITS_SUSPENDED(true),
    /** Healthy at AvePoint and C3. Graph refuses the partner's app the subscriptions of the tenant. */
    GRAPH_SUBSCRIPTIONS_REFUSED(true),
    /** Healthy at AvePoint and C3. Graph also has a product for the whole company, a free one and a trial. */
    GRAPH_COMPANY_AND_FREE_SKUS(true);

    /** Number of customers after which the traits repeat. */
    public static final int PERIOD = 28;

    private static final List<CustomerTrait> EVEN_SLOT_TRAITS = List.of(
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

    /** Returns whether a review with AvePoint and C3 reports nothing about a customer with this trait. */
    public boolean isHealthy() {
        return healthy;
    }

    static CustomerTrait at(int index) {
        int slot = index % PERIOD;
        if (slot % 2 == 0) {
            return EVEN_SLOT_TRAITS.get(slot / 2);
        }
        return switch (slot) {
            case 3, 17 -> SEVERAL_TENANTS;
            case 7, 21 -> OTHER_KINDS;
            case 9 -> LETTER_CASE;
            case 11 -> GRAPH_UNITS_IN_WARNING;
            case 13 -> GRAPH_CONSENT_MISSING;
            case 15 -> GRAPH_UNITS_SUSPENDED;
            case 19 -> GRAPH_SUBSCRIPTIONS_REFUSED;
            case 23 -> GRAPH_COMPANY_AND_FREE_SKUS;
            default -> NONE;
        };
    }
}
