package dev.seatport.ledger.internal.rows;

import java.util.Set;

/** Values of the column {@code fact.field}. */
public final class Field {
    /** Customer's id as the row spells it, if it is not the spelling of the table {@code customer}. */
    public static final String CUSTOMER_ID = "customer-id";
    /** Tenant's id as the row spells it, if it is not the spelling of the table {@code item}. */
    public static final String TENANT_ID = "tenant-id";
    /** SKU's id or product's code as the row spells it, if it is not the spelling of the table {@code item}. */
    public static final String CODE = "code";
    /** Name of the customer, product or SKU. */
    public static final String NAME = "name";

    public static final String OWNER = "owner";

    static final String ASSIGNABLE = "assignable";
    static final String COUNTRY = "country";
    static final String COUNT_MISSING = "count-missing";
    static final String DELETED_AT = "deleted-at";
    static final String OFFER = "offer";
    static final String RENEWAL = "renewal";
    static final String STATES = "states";
    static final String STATUS = "status";
    static final String STATUS_TEXT = "status-text";
    /** Listed tenant of a customer, with a number: id, name, kind and time of deletion. */
    public static final String TENANT = "tenant";

    static final String TENANTS = "tenants";
    static final String TENANTS_WITHOUT_ID = "tenants-without-id";
    static final String TENANT_KIND = "tenant-kind";
    public static final String TENANT_NAME = "tenant-name";

    /** Fields that are recorded only if they differ from the spelling in another table. */
    public static final Set<String> SPELLINGS = Set.of(CUSTOMER_ID, TENANT_ID, CODE);

    private Field() {}

    static String numbered(String field, int number) {
        return field + "-" + number;
    }
}
