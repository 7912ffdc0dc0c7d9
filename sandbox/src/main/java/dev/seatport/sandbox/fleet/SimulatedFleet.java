package dev.seatport.sandbox.fleet;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Customers of one partner as the vendors report them. The tests compare received data with it. Immutable. Thread-safe.
 *
 * <p>Fleets of the same size, seed and options are equal. A customer is generated from seed and index at each access, so 100,000
 * customers need no more memory than ten. Ids contain the index of their customer, so a lookup takes constant time.
 *
 * <p>{@link #on} returns the fleet of a day. It may lack customers of this fleet and have others, and it keeps a list of its indexes.
 */
public final class SimulatedFleet {
    /** Maximum size of a fleet. */
    public static final int MAX_CUSTOMERS = 1_000_000;

    /** Maximum number of Microsoft tenants of the first customer. */
    public static final int MAX_TENANTS = 100_000;

    private final int size;
    private final CustomerFactory factory;
    private final @Nullable FleetDay day;

    private SimulatedFleet(int size, CustomerFactory factory, @Nullable FleetDay day) {
        this.size = size;
        this.factory = factory;
        this.day = day;
    }

    /**
     * Generates a fleet whose first customer has one Microsoft tenant.
     *
     * @param customers number of customers, 0 to {@link #MAX_CUSTOMERS}
     * @param seed seed; fleets of the same size differ by it
     */
    public static SimulatedFleet generate(int customers, long seed) {
        return generate(customers, seed, 1);
    }

    /**
     * Generates a fleet whose first customer (index 0) has a given number of Microsoft tenants at both vendors.
     *
     * @param customers number of customers, 0 to {@link #MAX_CUSTOMERS}
     * @param seed seed; fleets of the same size differ by it
     * @param tenantsOfFirstCustomer 0 to {@link #MAX_TENANTS}
     */
    public static SimulatedFleet generate(int customers, long seed, int tenantsOfFirstCustomer) {
        return generate(customers, seed, TenantsPerCustomer.byTrait().ofFirst(tenantsOfFirstCustomer));
    }

    /**
     * Generates a fleet with given numbers of Microsoft tenants.
     *
     * @param customers number of customers, 0 to {@link #MAX_CUSTOMERS}
     * @param seed seed; fleets of the same size differ by it
     * @param tenants number of Microsoft tenants of each customer
     */
    public static SimulatedFleet generate(int customers, long seed, TenantsPerCustomer tenants) {
        if (customers < 0 || customers > MAX_CUSTOMERS) {
            throw new IllegalArgumentException("customers must be 0 to " + MAX_CUSTOMERS + ", not " + customers);
        }
        return new SimulatedFleet(customers, new CustomerFactory(seed, tenants), null);
    }

    /**
     * Returns the fleet on a day. The fleet on the last day of the calendar has the customers of a fleet without a day.
     *
     * @throws IllegalArgumentException if the calendar does not contain the day
     */
    public SimulatedFleet on(FleetCalendar calendar, LocalDate date) {
        return new SimulatedFleet(size, factory, new FleetDay(calendar, date, size, factory.seed()));
    }

    /** Returns the day of the fleet; empty for a fleet without a calendar. */
    public Optional<LocalDate> day() {
        return Optional.ofNullable(day).map(FleetDay::date);
    }

    /** Returns the number of customers. */
    public int size() {
        return day == null ? size : day.indexes().length;
    }

    /**
     * Returns the customer with an index. Customers of a fleet without a day have the indexes from 0 on. The fleet of a day may lack some
     * and have higher ones.
     *
     * @throws IndexOutOfBoundsException if the fleet has no such index
     */
    public SimulatedCustomer customer(int index) {
        if (!has(index)) {
            throw new IndexOutOfBoundsException(index);
        }
        SimulatedCustomer generated = factory.create(index);
        return day == null ? generated : day.dataOf(generated);
    }

    /**
     * Returns all customers by index, which is the order of the vendors' listings. Each access generates the customer anew, so iterate
     * once.
     */
    public List<SimulatedCustomer> customers() {
        return new CustomerList(day == null ? null : day.indexes());
    }

    /** Returns the customers that AvePoint lists: all, except on {@link FleetCalendar#narrowedDay()}. */
    public List<SimulatedCustomer> avePointCustomers() {
        return new CustomerList(day == null ? null : day.avePointIndexes());
    }

    /**
     * Returns the first customer with a trait.
     *
     * @return empty if the fleet is too small for the trait
     */
    public Optional<SimulatedCustomer> firstWith(CustomerTrait trait) {
        for (int index = 0; index < Math.min(size, CustomerTrait.PERIOD); index++) {
            if (CustomerTrait.at(index) == trait && has(index)) {
                return Optional.of(customer(index));
            }
        }
        return Optional.empty();
    }

    /** Finds a customer that AvePoint lists by AvePoint id without letter case. */
    public Optional<SimulatedCustomer> byAvePointId(String id) {
        return findOwner(factory.avePointIds(), id)
                .filter(customer -> customer.avePointId().equalsIgnoreCase(id))
                .filter(customer -> day == null || day.isListedByAvePoint(customer.index()));
    }

    /** Finds a customer by C3 id without letter case. */
    public Optional<SimulatedCustomer> byC3Id(String id) {
        return findOwner(factory.c3Ids(), id).filter(customer -> id.equalsIgnoreCase(customer.c3CustomerId()));
    }

    /** Finds the customer of a Microsoft tenant that at least one vendor has, without letter case. */
    public Optional<SimulatedCustomer> byMicrosoftTenant(String tenantId) {
        return findOwner(factory.tenantIds(), tenantId)
                .filter(customer -> customer.tenants().stream()
                                .anyMatch(tenant -> tenant.id().equalsIgnoreCase(tenantId))
                        || customer.accounts().stream()
                                .anyMatch(account -> account.tenantId().equalsIgnoreCase(tenantId)));
    }

    /** Finds C3's row of a customer in a tenant, without letter case of either id. */
    public Optional<SimulatedC3Customer> account(String c3CustomerId, String tenantId) {
        return byC3Id(c3CustomerId)
                .flatMap(customer -> customer.accounts().stream()
                        .filter(account -> account.tenantId().equalsIgnoreCase(tenantId))
                        .findFirst());
    }

    /** Finds a tenant that Microsoft Graph lists for the partner, without letter case. */
    public Optional<SimulatedGraphTenant> graphTenant(String tenantId) {
        return findOwner(factory.tenantIds(), tenantId)
                .flatMap(customer -> customer.graphTenants().stream()
                        .filter(tenant -> tenant.tenantId().equalsIgnoreCase(tenantId))
                        .findFirst());
    }

    private Optional<SimulatedCustomer> findOwner(IdGenerator scheme, String id) {
        OptionalInt index = scheme.indexOf(id);
        return index.isPresent() && has(index.getAsInt()) ? Optional.of(customer(index.getAsInt())) : Optional.empty();
    }

    private boolean has(int index) {
        return day == null ? index >= 0 && index < size : day.has(index);
    }

    private final class CustomerList extends AbstractList<SimulatedCustomer> implements RandomAccess {
        private final int @Nullable [] indexes;

        /** Creates a list of the customers with these indexes; null for all indexes from 0 on. */
        CustomerList(int @Nullable [] indexes) {
            this.indexes = indexes;
        }

        @Override
        public SimulatedCustomer get(int position) {
            return customer(indexes == null ? position : indexes[position]);
        }

        @Override
        public int size() {
            return indexes == null ? size : indexes.length;
        }
    }
}
