package dev.seatport.benchmarks.vendor;

import java.util.stream.IntStream;

/** Customers, tenants and counts. All values are computed from indexes, so that a client can verify that it received all of them. */
public final class BenchmarkFleet {
    /** Purchased seats of each customer. */
    public static final int PURCHASED = 25;
    /** Licenses of each tenant. */
    public static final int LICENSES = 3;

    static final String AVEPOINT_CUSTOMER = "a7e90000-0000-4000-8000-";
    static final String C3_CUSTOMER = "c3000000-0000-4000-8000-";
    static final String TENANT = "7e4a0000-0000-4000-8000-";
    /** Digits of the number at the end of an id. */
    static final int DIGITS = 12;

    private static final int MAX_TENANTS = 3;
    private static final int MIN_ASSIGNED = 100;
    private static final int ASSIGNED_RANGE = 900;
    private static final int MIN_AVAILABLE = 10;
    private static final int AVAILABLE_RANGE = 90;

    private final int customers;
    private final int tenantsOfFirst;

    /** Creates the fleet for these options. */
    public BenchmarkFleet(VendorOptions options) {
        this.customers = options.customers();
        this.tenantsOfFirst = options.tenantsOfFirst();
    }

    int customers() {
        return customers;
    }

    /** Returns the number of tenants of a customer. */
    public int tenants(int customer) {
        return customer == 0 ? tenantsOfFirst : 1 + customer % MAX_TENANTS;
    }

    /** Returns the number of tenants of all customers. */
    public long tenants() {
        return IntStream.range(0, customers).mapToLong(this::tenants).sum();
    }

    /** Returns the number of a tenant. Those of the first customer start at 0, so that numbers are unique. */
    long tenant(int customer, int position) {
        return customer == 0 ? position : tenantsOfFirst + (long) customer * MAX_TENANTS + position;
    }

    /** Returns a customer's id at AvePoint. */
    public static String avePointId(int customer) {
        return AVEPOINT_CUSTOMER + number(customer);
    }

    static String c3Id(int customer) {
        return C3_CUSTOMER + number(customer);
    }

    static String tenantId(long tenant) {
        return TENANT + number(tenant);
    }

    private static String number(long number) {
        String digits = Long.toString(number);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    /** Returns the assigned seats of a tenant: always three digits. */
    public static long assigned(long tenant) {
        return MIN_ASSIGNED + tenant % ASSIGNED_RANGE;
    }

    /** Returns the assigned seats of all tenants of a customer. */
    public long assignedOf(int customer) {
        return IntStream.range(0, tenants(customer))
                .mapToLong(position -> assigned(tenant(customer, position)))
                .sum();
    }

    /** Returns the available seats of a tenant: always two digits. */
    public static long available(long tenant) {
        return MIN_AVAILABLE + tenant % AVAILABLE_RANGE;
    }
}
