package dev.seatport.sandbox;

import dev.seatport.sandbox.fleet.FleetCalendar;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.sandbox.fleet.TenantsPerCustomer;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Options of a sandbox. Immutable. Each {@code with} method returns a copy.
 *
 * @param customers number of customers, 0 to {@link SimulatedFleet#MAX_CUSTOMERS}
 * @param seed seed of the fleet and of the partner's tenant; fleets of the same size differ by it
 * @param tenants number of Microsoft tenants of each customer
 * @param port loopback port, 1 to 65535; 0 selects a free port
 * @param tokenLifetime lifetime of the tokens of all vendors, one second to 365 days; announced in whole seconds
 * @param time clock for token expiry and the {@code Date} header; must be thread-safe
 * @param calendar days that the fleet can be moved to; null for a fleet that does not change
 */
public record SandboxOptions(
        int customers,
        long seed,
        TenantsPerCustomer tenants,
        int port,
        Duration tokenLifetime,
        InstantSource time,
        @Nullable FleetCalendar calendar) {
    private static final int MAX_PORT = 65_535;
    private static final Duration MAX_TOKEN_LIFETIME = Duration.ofDays(365);
    private static final SandboxOptions DEFAULTS = new SandboxOptions(
            40, 2026, TenantsPerCustomer.byTrait(), 0, Duration.ofHours(1), InstantSource.system(), null);

    /** Checks the ranges. */
    public SandboxOptions {
        checkRange("customers", customers, SimulatedFleet.MAX_CUSTOMERS);
        checkRange("port", port, MAX_PORT);
        if (tokenLifetime.compareTo(Duration.ofSeconds(1)) < 0 || tokenLifetime.compareTo(MAX_TOKEN_LIFETIME) > 0) {
            throw new IllegalArgumentException("token lifetime must be 1 s to 365 days, not " + tokenLifetime);
        }
    }

    /**
     * Returns the defaults: 40 customers, seed 2026, one tenant for the first customer, a free port, tokens for one hour, the system
     * clock, no calendar.
     */
    public static SandboxOptions defaults() {
        return DEFAULTS;
    }

    /** Sets the number of customers. */
    public SandboxOptions withCustomers(int value) {
        return new SandboxOptions(value, seed, tenants, port, tokenLifetime, time, calendar);
    }

    /** Sets the seed. */
    public SandboxOptions withSeed(long value) {
        return new SandboxOptions(customers, value, tenants, port, tokenLifetime, time, calendar);
    }

    /** Sets the number of Microsoft tenants of the customer at index 0, 0 to {@link SimulatedFleet#MAX_TENANTS}. */
    public SandboxOptions withTenantsOfFirstCustomer(int value) {
        return new SandboxOptions(customers, seed, tenants.ofFirst(value), port, tokenLifetime, time, calendar);
    }

    /**
     * Sets the number of Microsoft tenants of every customer, 0 to {@link TenantsPerCustomer#MAX_TENANTS_PER_CUSTOMER}, independent of its
     * trait. A later {@link #withTenantsOfFirstCustomer} changes the first customer only.
     */
    public SandboxOptions withTenantsOfEachCustomer(int value) {
        return new SandboxOptions(
                customers, seed, TenantsPerCustomer.ofEach(value), port, tokenLifetime, time, calendar);
    }

    /** Sets the port. */
    public SandboxOptions withPort(int value) {
        return new SandboxOptions(customers, seed, tenants, value, tokenLifetime, time, calendar);
    }

    /** Sets the lifetime of tokens. */
    public SandboxOptions withTokenLifetime(Duration value) {
        return new SandboxOptions(customers, seed, tenants, port, value, time, calendar);
    }

    /** Sets the clock. */
    public SandboxOptions withTime(InstantSource value) {
        return new SandboxOptions(customers, seed, tenants, port, tokenLifetime, value, calendar);
    }

    /** Sets the calendar. {@link Sandbox#day(java.time.LocalDate)} then moves the fleet to another day. */
    public SandboxOptions withCalendar(FleetCalendar value) {
        return new SandboxOptions(customers, seed, tenants, port, tokenLifetime, time, value);
    }

    private static void checkRange(String what, int value, int max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(what + " must be 0 to " + max + ", not " + value);
        }
    }
}
