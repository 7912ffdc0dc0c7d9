package dev.seatport.reports.review;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Licenses of one kind of difference: assigned above the limit, or free. Differences of several SKUs are added up. A shortage of one
 * SKU is never set off against free licenses of another.
 *
 * @param sum the number of licenses; {@code null} if it does not fit 64 bits
 * @param skus number of SKUs with such a difference; a SKU counts once per tenant
 * @param unreported number of SKUs whose difference is unknown, because the vendor did not report a count
 */
public record SkuDifference(@Nullable Long sum, long skus, long unreported) {
    /** Returns a few words, such as {@code 5 free on 2 SKUs}, {@code none free} or {@code ? free}. */
    public String text(String what) {
        if (skus == 0) {
            return (unreported == 0 ? "none " : "? ") + what;
        }
        String amount = sum == null ? "?" : (unreported == 0 ? "" : ">= ") + sum;
        return amount + " " + what + " on " + skus + (skus == 1 ? " SKU" : " SKUs");
    }

    /** Adds differences without overflow. Confined to one thread. */
    static final class Accumulator {
        private BigInteger sum = BigInteger.ZERO;
        private long skus;
        private long unreported;

        /** Adds the difference of one SKU. Adds nothing if it is not above zero. */
        void add(BigInteger difference) {
            if (difference.signum() > 0) {
                sum = sum.add(difference);
                skus++;
            }
        }

        void addUnreported() {
            unreported++;
        }

        SkuDifference difference() {
            return new SkuDifference(sum.bitLength() < Long.SIZE ? sum.longValue() : null, skus, unreported);
        }
    }
}
