package dev.seatport.http.internal.rows;

import dev.seatport.http.AnswerContext;
import dev.seatport.http.Gathering;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listing;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one answer up to the first that cannot be understood. Why it cannot is asked again at the end: only then the
 * answer's own id of the exchange is known, which belongs in the failure.
 */
final class GatheredRows<R, T> {
    private final String path;
    private final Gathering<R, T> gathering;
    private final AnswerContext early;
    private int taken;
    private boolean broken;
    private @Nullable R refused;

    /**
     * No rows yet.
     *
     * @param path of the list in the answer, in JSON path form
     * @param early what is known of the answer while it arrives
     */
    GatheredRows(String path, Gathering<R, T> gathering, AnswerContext early) {
        this.path = path;
        this.gathering = gathering;
        this.early = early;
    }

    /** Where the next row stands. */
    String next() {
        return path + "[" + taken + "]";
    }

    /**
     * Takes the next row.
     *
     * @return about how many bytes of memory are kept of it
     */
    long add(@Nullable R row) {
        if (broken) {
            return 0;
        }
        try {
            long kept = add(row, early);
            taken++;
            return kept;
        } catch (VendorException e) {
            broken = true;
            refused = row;
            return 0;
        }
    }

    private long add(@Nullable R row, AnswerContext answer) {
        if (row == null) {
            throw answer.malformed(next(), "null where a row is due");
        }
        return gathering.add(row, next(), answer);
    }

    /** What the rows came to. */
    Listing<T> listing(AnswerContext answer) {
        return new Listing<>(gathering.rows(), broken ? objection(answer) : null);
    }

    private VendorException objection(AnswerContext answer) {
        try {
            add(refused, answer);
        } catch (VendorException e) {
            return e;
        }
        throw new IllegalStateException("a row was refused and then taken");
    }
}
