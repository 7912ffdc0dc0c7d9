package dev.seatport.sandbox;

import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.sandbox.fleet.TenantCounts;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Options of a sandbox. Immutable; each wither returns a copy and refuses illegal values at once.
 *
 * @param customers how many customers, from 0 to {@link SimulatedFleet#MAX_CUSTOMERS}
 * @param seed tells fleets of one size apart
 * @param tenants how many Microsoft tenants the customers have
 * @param port the loopback port to listen on, from 1 to 65535; 0 for any free one
 * @param tokenLifetime how long tokens of both vendors are good, from a second to a year; announced in whole seconds
 * @param time the clock for the expiry of tokens and the {@code Date} header; must be thread-safe
 */
public record SandboxOptions(
        int customers, long seed, TenantCounts tenants, int port, Duration tokenLifetime, InstantSource time) {
    private static final int MAX_PORT = 65_535;
    private static final Duration MAX_TOKEN_LIFETIME = Duration.ofDays(365);
    private static final SandboxOptions DEFAULTS =
            new SandboxOptions(40, 2026, TenantCounts.byTrait(), 0, Duration.ofHours(1), InstantSource.system());

    /** Checks the ranges. */
    public SandboxOptions {
        checkRange("customers", customers, SimulatedFleet.MAX_CUSTOMERS);
        checkRange("port", port, MAX_PORT);
        if (tokenLifetime.compareTo(Duration.ofSeconds(1)) < 0 || tokenLifetime.compareTo(MAX_TOKEN_LIFETIME) > 0) {
            throw new IllegalArgumentException("token lifetime must be 1 s to 365 days, not " + tokenLifetime);
        }
    }

    /** 40 customers, seed 2026, one tenant for the first customer, any free port, tokens for an hour, the system's time. */
    public static SandboxOptions defaults() {
        return DEFAULTS;
    }

    /** With that many customers. */
    public SandboxOptions withCustomers(int value) {
        return new SandboxOptions(value, seed, tenants, port, tokenLifetime, time);
    }

    /** With another fleet of the same size. */
    public SandboxOptions withSeed(long value) {
        return new SandboxOptions(customers, value, tenants, port, tokenLifetime, time);
    }

    /** With that many Microsoft tenants for the customer at index 0, from 0 to {@link SimulatedFleet#MAX_TENANTS}. */
    public SandboxOptions withTenantsOfFirstCustomer(int value) {
        return new SandboxOptions(customers, seed, tenants.ofFirst(value), port, tokenLifetime, time);
    }

    /**
     * With that many Microsoft tenants for every customer, from 0 to {@link TenantCounts#MAX_TENANTS_PER_CUSTOMER}, whatever its trait; the first
     * one too, unless it is given another number after this.
     */
    public SandboxOptions withTenantsOfEachCustomer(int value) {
        return new SandboxOptions(customers, seed, TenantCounts.ofEach(value), port, tokenLifetime, time);
    }

    /** With another port. */
    public SandboxOptions withPort(int value) {
        return new SandboxOptions(customers, seed, tenants, value, tokenLifetime, time);
    }

    /** With another lifetime of tokens. */
    public SandboxOptions withTokenLifetime(Duration value) {
        return new SandboxOptions(customers, seed, tenants, port, value, time);
    }

    /** With another clock. */
    public SandboxOptions withTime(InstantSource value) {
        return new SandboxOptions(customers, seed, tenants, port, tokenLifetime, value);
    }

    private static void checkRange(String what, int value, int max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(what + " must be 0 to " + max + ", not " + value);
        }
    }
}
