package dev.seatport.sandbox;

import dev.seatport.sandbox.fleet.Fleet;
import dev.seatport.sandbox.fleet.TenantCounts;
import java.time.Duration;
import java.time.InstantSource;

/** How a sandbox is started. Immutable; each wither gives a copy and refuses what makes no sense at once. */
public final class SandboxOptions {
    private static final int LAST_PORT = 65_535;
    private static final Duration LONGEST_TOKEN = Duration.ofDays(365);
    private static final SandboxOptions DEFAULTS =
            new SandboxOptions(40, 2026, TenantCounts.asTraitsSay(), 0, Duration.ofHours(1), InstantSource.system());

    private final int customers;
    private final long seed;
    private final TenantCounts tenants;
    private final int port;
    private final Duration tokenLifetime;
    private final InstantSource time;

    private SandboxOptions(
            int customers, long seed, TenantCounts tenants, int port, Duration tokenLifetime, InstantSource time) {
        this.customers = customers;
        this.seed = seed;
        this.tenants = tenants;
        this.port = port;
        this.tokenLifetime = tokenLifetime;
        this.time = time;
    }

    /** 40 customers, seed 2026, one tenant for the first customer, any free port, tokens for an hour, the system's time. */
    public static SandboxOptions defaults() {
        return DEFAULTS;
    }

    /** As many customers as this, from 0 to {@link Fleet#MOST_CUSTOMERS}. */
    public SandboxOptions withCustomers(int value) {
        requireRange("customers", value, 0, Fleet.MOST_CUSTOMERS);
        return new SandboxOptions(value, seed, tenants, port, tokenLifetime, time);
    }

    /** Another fleet of the same size. */
    public SandboxOptions withSeed(long value) {
        return new SandboxOptions(customers, value, tenants, port, tokenLifetime, time);
    }

    /** As many Microsoft tenants for the customer at index 0, from 0 to {@link Fleet#MOST_TENANTS}. */
    public SandboxOptions withTenantsOfFirstCustomer(int value) {
        return new SandboxOptions(customers, seed, tenants.ofFirst(value), port, tokenLifetime, time);
    }

    /**
     * As many Microsoft tenants for every customer, from 0 to {@link TenantCounts#MOST_FOR_EACH}, whatever its trait; the first one too,
     * unless it is given a number of its own after this.
     */
    public SandboxOptions withTenantsOfEachCustomer(int value) {
        return new SandboxOptions(customers, seed, TenantCounts.ofEach(value), port, tokenLifetime, time);
    }

    /** The loopback port to listen on, from 1 to 65535; 0 for any free one. */
    public SandboxOptions withPort(int value) {
        requireRange("port", value, 0, LAST_PORT);
        return new SandboxOptions(customers, seed, tenants, value, tokenLifetime, time);
    }

    /** How long tokens of both vendors are good, from a second to a year; announced in whole seconds. */
    public SandboxOptions withTokenLifetime(Duration value) {
        if (value.compareTo(Duration.ofSeconds(1)) < 0 || value.compareTo(LONGEST_TOKEN) > 0) {
            throw new IllegalArgumentException("token lifetime must be 1 s to 365 days, not " + value);
        }
        return new SandboxOptions(customers, seed, tenants, port, value, time);
    }

    /** Where the time comes from, for the expiry of tokens and the {@code Date} header. Must be thread-safe. */
    public SandboxOptions withTime(InstantSource value) {
        return new SandboxOptions(customers, seed, tenants, port, tokenLifetime, value);
    }

    /** How many customers. */
    public int customers() {
        return customers;
    }

    /** What tells fleets of one size apart. */
    public long seed() {
        return seed;
    }

    /** How many Microsoft tenants the customer at index 0 has. */
    public int tenantsOfFirstCustomer() {
        return tenants.ofFirst();
    }

    /** How many Microsoft tenants customers have. */
    public TenantCounts tenants() {
        return tenants;
    }

    /** The port asked for; 0 is any free one. */
    public int port() {
        return port;
    }

    /** How long tokens are good. */
    public Duration tokenLifetime() {
        return tokenLifetime;
    }

    /** Where the time comes from. */
    public InstantSource time() {
        return time;
    }

    private static void requireRange(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must be " + least + " to " + most + ", not " + value);
        }
    }
}
