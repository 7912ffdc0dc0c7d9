package dev.seatport.benchmarks.vendor;

import java.util.stream.IntStream;

/** Who there is. Everything follows from a number, so that a client can tell whether it has heard all of it. */
public final class BenchmarkFleet {
    /** What each customer bought. */
    public static final int PURCHASED = 25;
    /** How many licenses each tenant has. */
    public static final int LICENSES = 3;

    static final String AVEPOINT_CUSTOMER = "a7e90000-0000-4000-8000-";
    static final String C3_CUSTOMER = "c3000000-0000-4000-8000-";
    static final String TENANT = "7e4a0000-0000-4000-8000-";
    /** The last part of an id: the number, in twelve digits. */
    static final int DIGITS = 12;

    private static final int MAX_TENANTS = 3;
    private static final int LEAST_ASSIGNED = 100;
    private static final int ASSIGNED = 900;
    private static final int LEAST_AVAILABLE = 10;
    private static final int AVAILABLE = 90;

    private final int customers;
    private final int tenantsOfFirst;

    /** The fleet that vendors with these options have. */
    public BenchmarkFleet(VendorOptions options) {
        this.customers = options.customers();
        this.tenantsOfFirst = options.tenantsOfFirst();
    }

    int customers() {
        return customers;
    }

    /** How many tenants a customer has. */
    public int tenants(int customer) {
        return customer == 0 ? tenantsOfFirst : 1 + customer % MAX_TENANTS;
    }

    /** How many tenants all of them have. */
    public long tenants() {
        return IntStream.range(0, customers).mapToLong(this::tenants).sum();
    }

    /** The number of a tenant: those of the first customer come from 0 on, so that no two tenants have one. */
    long tenant(int customer, int place) {
        return customer == 0 ? place : tenantsOfFirst + (long) customer * MAX_TENANTS + place;
    }

    /** A customer's id at AvePoint. */
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

    /** Seats that are assigned in a tenant: always three digits. */
    public static long assigned(long tenant) {
        return LEAST_ASSIGNED + tenant % ASSIGNED;
    }

    /** Seats that are assigned in all tenants of a customer. */
    public long assignedOf(int customer) {
        return IntStream.range(0, tenants(customer))
                .mapToLong(place -> assigned(tenant(customer, place)))
                .sum();
    }

    /** Seats that are available in a tenant: always two digits. */
    public static long available(long tenant) {
        return LEAST_AVAILABLE + tenant % AVAILABLE;
    }
}
