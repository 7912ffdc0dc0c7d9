package dev.seatport.demo.plugin;

import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.application.review.SeatVendorPorts;
import dev.seatport.demo.config.VendorSettings;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.seats.ProductCatalogue;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the command line needs of one vendor. The Dagger module of the vendor contributes it. Creating it reads no setting. The
 * ports are created at their first use, so a command needs settings only of the vendors that it calls. Immutable; the suppliers are
 * confined to one thread.
 */
public final class VendorPlugin {
    private final Vendor vendor;
    private final String displayName;
    private final VendorSettings settings;
    private final @Nullable SeatRole seats;
    private final @Nullable LicenseRole licenses;
    private final @Nullable Supplier<HealthCheckTarget> healthChecks;
    private final @Nullable VendorSimulation simulation;

    private record SeatRole(
            Supplier<SeatVendorPorts> ports,
            Supplier<ProductCatalogue> catalogue,
            @Nullable ProductCode defaultProduct,
            boolean byDefault) {}

    private record LicenseRole(Supplier<LicenseVendorPorts> ports, Set<SkuId> freeSkus, boolean byDefault) {}

    private VendorPlugin(Builder builder) {
        vendor = builder.vendor;
        displayName = builder.displayName;
        settings = builder.settings;
        seats = builder.seats;
        licenses = builder.licenses;
        healthChecks = builder.healthChecks;
        simulation = builder.simulation;
    }

    /**
     * Starts a plugin.
     *
     * @param displayName name of the vendor on a page for people
     */
    public static Builder builder(Vendor vendor, String displayName, VendorSettings settings) {
        return new Builder(vendor, displayName, settings);
    }

    /** Builder of a plugin. A plugin has seats, licenses or both. */
    public static final class Builder {
        private final Vendor vendor;
        private final String displayName;
        private final VendorSettings settings;
        private @Nullable SeatRole seats;
        private @Nullable LicenseRole licenses;
        private @Nullable Supplier<HealthCheckTarget> healthChecks;
        private @Nullable VendorSimulation simulation;

        private Builder(Vendor vendor, String displayName, VendorSettings settings) {
            this.vendor = vendor;
            this.displayName = displayName;
            this.settings = settings;
        }

        /**
         * Adds the seats of the vendor.
         *
         * @param catalogue the products; needs no settings
         * @param defaultProduct the product of a review that names none; {@code null} if a review must name one
         */
        public Builder seats(
                Supplier<SeatVendorPorts> ports,
                Supplier<ProductCatalogue> catalogue,
                @Nullable ProductCode defaultProduct) {
            seats = new SeatRole(ports, catalogue, defaultProduct, false);
            return this;
        }

        /** Makes the vendor the default one for seats. At most one wired vendor may be. */
        public Builder seatsByDefault() {
            if (seats == null) {
                throw new IllegalStateException(vendor + " has no seats");
            }
            seats = new SeatRole(seats.ports(), seats.catalogue(), seats.defaultProduct(), true);
            return this;
        }

        /**
         * Adds the licenses of the vendor.
         *
         * @param freeSkus the SKUs that cost nothing; a review leaves them out of totals unless its policy has another list
         */
        public Builder licenses(Supplier<LicenseVendorPorts> ports, Set<SkuId> freeSkus) {
            licenses = new LicenseRole(ports, Set.copyOf(freeSkus), false);
            return this;
        }

        /** Makes the vendor the default one for licenses. At most one wired vendor may be. */
        public Builder licensesByDefault() {
            if (licenses == null) {
                throw new IllegalStateException(vendor + " has no licenses");
            }
            licenses = new LicenseRole(licenses.ports(), licenses.freeSkus(), true);
            return this;
        }

        /** Adds the checks of {@code seatport doctor}. */
        public Builder healthChecks(Supplier<HealthCheckTarget> target) {
            healthChecks = target;
            return this;
        }

        /** Adds the simulation of the vendor in the sandbox. */
        public Builder simulation(VendorSimulation simulated) {
            simulation = simulated;
            return this;
        }

        /**
         * Returns the plugin.
         *
         * @throws IllegalStateException if the vendor has neither seats nor licenses, or if its settings are of another vendor or
         *     select no account
         */
        public VendorPlugin build() {
            settings.requireAccountOf(vendor);
            if (seats == null && licenses == null) {
                throw new IllegalStateException(vendor + " has neither seats nor licenses");
            }
            return new VendorPlugin(this);
        }
    }

    public Vendor vendor() {
        return vendor;
    }

    /** Returns the name of the vendor, as settings and options spell it. */
    public String name() {
        return vendor.name();
    }

    /** Returns the name of the vendor for people. */
    public String displayName() {
        return displayName;
    }

    public VendorSettings settings() {
        return settings;
    }

    /** Returns whether the vendor reports seats. */
    public boolean hasSeats() {
        return seats != null;
    }

    /** Returns whether a review takes its seats from this vendor unless a setting names another one. */
    public boolean isDefaultForSeats() {
        return seats != null && seats.byDefault();
    }

    /** Returns whether the vendor reports licenses. */
    public boolean hasLicenses() {
        return licenses != null;
    }

    /** Returns whether a review takes its licenses from this vendor unless a setting names another one. */
    public boolean isDefaultForLicenses() {
        return licenses != null && licenses.byDefault();
    }

    /** Returns the ports of the seats. Reads the vendor's settings. Call it only if {@link #hasSeats()}. */
    public SeatVendorPorts seatPorts() {
        return seatRole().ports().get();
    }

    /** Returns the products of the vendor. Needs no settings. Call it only if {@link #hasSeats()}. */
    public ProductCatalogue catalogue() {
        return seatRole().catalogue().get();
    }

    /** Returns the product of a review that names none. Call it only if {@link #hasSeats()}. */
    public Optional<ProductCode> defaultProduct() {
        return Optional.ofNullable(seatRole().defaultProduct());
    }

    private SeatRole seatRole() {
        if (seats == null) {
            throw new IllegalStateException(vendor + " has no seats");
        }
        return seats;
    }

    /** Returns the ports of the licenses. Reads the vendor's settings. Call it only if {@link #hasLicenses()}. */
    public LicenseVendorPorts licensePorts() {
        return licenseRole().ports().get();
    }

    /** Returns the SKUs that cost nothing unless a policy has another list. Call it only if {@link #hasLicenses()}. */
    public Set<SkuId> freeSkus() {
        return licenseRole().freeSkus();
    }

    private LicenseRole licenseRole() {
        if (licenses == null) {
            throw new IllegalStateException(vendor + " has no licenses");
        }
        return licenses;
    }

    /** Returns the customers of the vendor. Reads the vendor's settings. */
    public CustomerDirectory directory() {
        return hasSeats() ? seatPorts().customers() : licensePorts().customers();
    }

    /** Returns the checks of the vendor; empty if it has none. The supplier reads the vendor's settings. */
    public Optional<Supplier<HealthCheckTarget>> healthChecks() {
        return Optional.ofNullable(healthChecks);
    }

    /** Returns the simulation of the vendor; empty if the sandbox does not simulate it. */
    public Optional<VendorSimulation> simulation() {
        return Optional.ofNullable(simulation);
    }
}
