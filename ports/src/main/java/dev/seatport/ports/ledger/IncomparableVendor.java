package dev.seatport.ports.ledger;

import dev.seatport.domain.customer.Vendor;
import java.time.Instant;

/**
 * Vendor whose counts at two moments cannot be compared.
 *
 * @param vendor the vendor
 * @param reason the reason
 * @param since the end of the first run with the present account. Counts after it can be compared
 */
public record IncomparableVendor(Vendor vendor, Reason reason, Instant since) {
    /** Reason why counts cannot be compared. */
    public enum Reason {
        /** The vendor was read with another account before: its scope may differ. */
        ACCOUNT_CHANGED("account-changed"),
        /** The vendor was not recorded before. */
        FIRST_RECORDED("first-recorded");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** Returns the name in reports. */
        public String label() {
            return label;
        }
    }
}
