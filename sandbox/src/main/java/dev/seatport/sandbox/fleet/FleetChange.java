package dev.seatport.sandbox.fleet;

/** Change of a customer that occurs once in a {@link FleetCalendar}. The index alone decides the kind of change, the seed its day. */
enum FleetChange {
    /** Users, seats and units change only. */
    NONE,
    /** No vendor has the customer before the day. */
    CUSTOMER_APPEARS,
    /** The customer is back on the day. No vendor had it for {@link #DAYS_AWAY} days before. */
    CUSTOMER_RETURNS,
    /** No vendor has the customer from the day on. Its index is outside of the fleet of the last day. */
    CUSTOMER_LEAVES,
    /** The first tenant has a SKU that is cancelled on the day. */
    SKU_CANCELLED,
    /** The last SKU of the first tenant is new on the day. Nothing changes if that SKU is no add-on. */
    SKU_ADDED,
    /** AvePoint has the last of several Microsoft tenants from the day on, and purchased seats of product 2048 rise. */
    BACKUP_STARTS;

    /** Days without the customer. They contain a whole month, so that two billed months differ. */
    static final int DAYS_AWAY = 38;

    private static final int MIN_DAYS_BEFORE = 4;
    /** A fleet of one period has each change within its last four weeks, so a comparison of one month shows them. */
    private static final int RECENT_DAYS = 28;

    private static final int ALL_DAYS = 45;
    private static final int LEAVING_SLOT = 25;

    static FleetChange at(int index, int fleetSize) {
        if (index >= fleetSize) {
            return CUSTOMER_LEAVES;
        }
        return switch (index % CustomerTrait.PERIOD) {
            case 0, 26 -> SKU_ADDED;
            case 1 -> SKU_CANCELLED;
            case 5 -> CUSTOMER_APPEARS;
            case 17 -> BACKUP_STARTS;
            case 27 -> CUSTOMER_RETURNS;
            default -> NONE;
        };
    }

    /** Returns the number of customers that leave in the calendar: one in each started period. */
    static int leavingCustomers(int fleetSize) {
        return (fleetSize + CustomerTrait.PERIOD - 1) / CustomerTrait.PERIOD;
    }

    /** Returns the index of a customer that leaves. It has no trait. */
    static int leavingCustomer(int number, int fleetSize) {
        return (leavingCustomers(fleetSize) + number) * CustomerTrait.PERIOD + LEAVING_SLOT;
    }

    /** Returns how many days before the last one the change happens. */
    static int daysBeforeLast(int index, int fleetSize, long seed) {
        int first = index < fleetSize ? CustomerTrait.PERIOD : leavingCustomer(1, fleetSize);
        int range = (index < first ? RECENT_DAYS : ALL_DAYS) - MIN_DAYS_BEFORE;
        return MIN_DAYS_BEFORE + (int) Math.floorMod(IdGenerator.mix(seed, index), (long) range);
    }

    /** Returns whether the vendors have a customer with this change. */
    boolean hasCustomer(int changeDaysBefore, int daysBefore) {
        return switch (this) {
            case CUSTOMER_APPEARS -> daysBefore <= changeDaysBefore;
            case CUSTOMER_RETURNS -> daysBefore <= changeDaysBefore || daysBefore > changeDaysBefore + DAYS_AWAY;
            case CUSTOMER_LEAVES -> daysBefore > changeDaysBefore;
            default -> true;
        };
    }
}
