package dev.seatport.sandbox.fleet;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.RandomAccess;

/**
 * Customers of one partner as the vendors report them. The tests compare received data with it. Immutable. Thread-safe.
 *
 * <p>Fleets of the same size, seed and options are equal. A customer is generated from seed and index at each access, so 100,000
 * customers need no more memory than ten. Ids contain the index of their customer, so a lookup takes constant time.
 */
public final class SimulatedFleet {
    /** Maximum size of a fleet. */
    public static final int MAX_CUSTOMERS = 1_000_000;

    /** Maximum number of Microsoft tenants of the first customer. */
    public static final int MAX_TENANTS = 100_000;

    private final int size;
    private final CustomerFactory factory;

    private SimulatedFleet(int size, CustomerFactory factory) {
        this.size = size;
        this.factory = factory;
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
        return new SimulatedFleet(customers, new CustomerFactory(seed, tenants));
    }

    /** Returns the number of customers. */
    public int size() {
        return size;
    }

    /**
     * Returns the customer at an index, in the order of the vendors' listings.
     *
     * @throws IndexOutOfBoundsException if the fleet has no such index
     */
    public SimulatedCustomer customer(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return factory.create(index);
    }

    /** Returns all customers. Each access generates the customer anew, so iterate once. */
    public List<SimulatedCustomer> customers() {
        return new CustomerList();
    }

    /**
     * Returns the first customer with a trait.
     *
     * @return empty if the fleet is too small for the trait
     */
    public Optional<SimulatedCustomer> firstWith(CustomerTrait trait) {
        for (int index = 0; index < Math.min(size, CustomerTrait.PERIOD); index++) {
            if (CustomerTrait.at(index) == trait) {
                return Optional.of(customer(index));
            }
        }
        return Optional.empty();
    }

    /** Finds a customer by AvePoint id without letter case. */
    public Optional<SimulatedCustomer> byAvePointId(String id) {
        return findOwner(factory.avePointIds(), id)
                .filter(customer -> customer.avePointId().equalsIgnoreCase(id));
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
        return index.isPresent() && index.getAsInt() >= 0 && index.getAsInt() < size
                ? Optional.of(factory.create(index.getAsInt()))
                : Optional.empty();
    }

    private final class CustomerList extends AbstractList<SimulatedCustomer> implements RandomAccess {
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
