package dev.seatport.ports.ledger;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of a vendor to one call of an outbound port, as the ledger records and returns it. A reading with a failure is incomplete: it
 * changes no count, and its rows are not recorded. A complete reading without an item that was recorded before makes that item gone.
 *
 * <p>A complete reading takes effect at {@link #at()}, but not before the start of its run. Within a run, a reading is a repetition and
 * is ignored if the same part was read at the same or a later time. A complete reading still replaces a failure of its run, and a
 * failure never replaces a complete reading of its run.
 */
public sealed interface LedgerReading {
    /** Returns the vendor that answered. */
    Vendor vendor();

    /** Returns the time at which the reading ended. */
    Instant at();

    /** Returns the failure that ended the reading; {@code null} if the reading is complete. */
    @Nullable
    VendorException failure();

    /**
     * One customer, from the listing or from a request for it. If its list of tenants is complete, the licenses of all other tenants
     * of the customer are gone.
     *
     * @param customer the customer
     */
    record CustomerRead(Observed<Customer> customer) implements LedgerReading {
        @Override
        public Vendor vendor() {
            return customer.value().id().vendor();
        }

        @Override
        public Instant at() {
            return customer.provenance().at();
        }

        @Override
        public @Nullable VendorException failure() {
            return null;
        }
    }

    /**
     * End of the listing of all customers. The run appends it after the listed customers.
     *
     * @param failure the failure that ended the listing early; {@code null} if the listing is complete
     */
    record CustomerListingEnded(
            Vendor vendor, Instant at, @Nullable VendorException failure) implements LedgerReading {}

    /**
     * Seats of a customer's tenants of one kind.
     *
     * @param rows the rows, in the vendor's order
     */
    record TenantSeatsRead(
            CustomerId customer,
            TenantKind kind,
            List<Observed<TenantSeats>> rows,
            Instant at,
            @Nullable VendorException failure)
            implements LedgerReading {
        public TenantSeatsRead {
            rows = List.copyOf(rows);
        }

        @Override
        public Vendor vendor() {
            return customer.vendor();
        }
    }

    /**
     * Purchased seats of one product. {@code NOT_FOUND} is a complete reading: the customer does not have the product.
     *
     * @param seats the seats; {@code null} if the reading failed, or if the customer does not have the product
     */
    record PurchasedSeatsRead(
            CustomerId customer,
            Product product,
            @Nullable Observed<PurchasedSeats> seats,
            Instant at,
            @Nullable VendorException failure)
            implements LedgerReading {
        @Override
        public Vendor vendor() {
            return customer.vendor();
        }
    }

    /**
     * Licenses of one tenant.
     *
     * @param customer the license vendor's customer
     * @param tenant the tenant, in the spelling of the request
     * @param rows the rows, in the vendor's order
     */
    record LicensesRead(
            CustomerId customer,
            TenantId tenant,
            List<Observed<LicenseConsumption>> rows,
            Instant at,
            @Nullable VendorException failure)
            implements LedgerReading {
        public LicensesRead {
            rows = List.copyOf(rows);
        }

        @Override
        public Vendor vendor() {
            return customer.vendor();
        }
    }
}
