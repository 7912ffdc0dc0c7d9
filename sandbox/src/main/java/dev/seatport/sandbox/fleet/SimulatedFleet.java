package dev.seatport.sandbox.fleet;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.RandomAccess;

/**
 * The simulated truth: the customers of one partner, as both vendors report them. Two fleets of the same size, seed and options are
 * equal. Customers are derived from the seed and their index whenever they are asked for, so a fleet of 100,000 costs no more memory
 * than one of ten; ids carry the index of their customer, so finding by id takes the same time in each. Immutable, thread-safe.
 */
public final class SimulatedFleet {
    /** The largest fleet. */
    public static final int MAX_CUSTOMERS = 1_000_000;

    /** The most Microsoft tenants that the first customer may have. */
    public static final int MAX_TENANTS = 100_000;

    private final int size;
    private final CustomerFactory factory;

    private SimulatedFleet(int size, CustomerFactory factory) {
        this.size = size;
        this.factory = factory;
    }

    /**
     * A fleet whose first customer has one Microsoft tenant.
     *
     * @param customers how many customers, from 0 to {@link #MAX_CUSTOMERS}
     * @param seed what tells fleets of one size apart
     */
    public static SimulatedFleet generate(int customers, long seed) {
        return generate(customers, seed, 1);
    }

    /**
     * A fleet whose first customer (index 0) has a given number of Microsoft tenants, each known to both vendors.
     *
     * @param customers how many customers, from 0 to {@link #MAX_CUSTOMERS}
     * @param seed what tells fleets of one size apart
     * @param tenantsOfFirstCustomer from 0 to {@link #MAX_TENANTS}
     */
    public static SimulatedFleet generate(int customers, long seed, int tenantsOfFirstCustomer) {
        return generate(customers, seed, TenantCounts.byTrait().ofFirst(tenantsOfFirstCustomer));
    }

    /**
     * A fleet whose customers have given numbers of Microsoft tenants.
     *
     * @param customers how many customers, from 0 to {@link #MAX_CUSTOMERS}
     * @param seed what tells fleets of one size apart
     * @param tenants how many Microsoft tenants each of them has
     */
    public static SimulatedFleet generate(int customers, long seed, TenantCounts tenants) {
        if (customers < 0 || customers > MAX_CUSTOMERS) {
            throw new IllegalArgumentException("customers must be 0 to " + MAX_CUSTOMERS + ", not " + customers);
        }
        return new SimulatedFleet(customers, new CustomerFactory(seed, tenants));
    }

    /** How many customers there are. */
    public int size() {
        return size;
    }

    /**
     * The customer at an index, in the order in which both vendors list them.
     *
     * @throws IndexOutOfBoundsException when there is none
     */
    public SimulatedCustomer customer(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return factory.create(index);
    }

    /** All customers; an element is derived anew each time that it is read, so go through the list once. */
    public List<SimulatedCustomer> customers() {
        return new Customers();
    }

    /** The first customer with a trait, if the fleet is large enough to have one. */
    public Optional<SimulatedCustomer> firstWith(CustomerTrait customerTrait) {
        for (int index = 0; index < Math.min(size, CustomerTrait.PERIOD); index++) {
            if (CustomerTrait.at(index) == customerTrait) {
                return Optional.of(customer(index));
            }
        }
        return Optional.empty();
    }

    /** The customer with this AvePoint id, whatever the letter case. */
    public Optional<SimulatedCustomer> byAvePointId(String id) {
        return owner(factory.avePointIds(), id)
                .filter(customer -> customer.avePointId().equalsIgnoreCase(id));
    }

    /** The customer with this C3 id, whatever the letter case. */
    public Optional<SimulatedCustomer> byC3Id(String id) {
        return owner(factory.c3Ids(), id).filter(customer -> id.equalsIgnoreCase(customer.c3CustomerId()));
    }

    /** The customer that has this Microsoft tenant with at least one of the vendors, whatever the letter case. */
    public Optional<SimulatedCustomer> byMicrosoftTenant(String tenantId) {
        return owner(factory.tenantIds(), tenantId)
                .filter(customer -> customer.tenants().stream()
                                .anyMatch(tenant -> tenant.id().equalsIgnoreCase(tenantId))
                        || customer.accounts().stream()
                                .anyMatch(account -> account.tenantId().equalsIgnoreCase(tenantId)));
    }

    /** C3's row of a customer in a tenant, whatever the letter case of either id. */
    public Optional<SimulatedAccount> account(String c3CustomerId, String tenantId) {
        return byC3Id(c3CustomerId)
                .flatMap(customer -> customer.accounts().stream()
                        .filter(account -> account.tenantId().equalsIgnoreCase(tenantId))
                        .findFirst());
    }

    private Optional<SimulatedCustomer> owner(IdScheme scheme, String id) {
        OptionalInt index = scheme.indexIn(id);
        return index.isPresent() && index.getAsInt() >= 0 && index.getAsInt() < size
                ? Optional.of(factory.create(index.getAsInt()))
                : Optional.empty();
    }

    private final class Customers extends AbstractList<SimulatedCustomer> implements RandomAccess {
        @Override
        public SimulatedCustomer get(int index) {
            return customer(index);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
