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
    /** A row is passed over that nothing identifies: then more rows follow the first that was refused. */
    private boolean passing;

    private int refusedAt;
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
        return at(taken);
    }

    private String at(int row) {
        return path + "[" + row + "]";
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
            return add(row, next(), early);
        } catch (VendorException e) {
            broken = !early.isUnidentified(e);
            // What ends the listing takes the place of what was passed over before it.
            if (broken || !passing) {
                passing = true;
                refused = row;
                refusedAt = taken;
            }
            return 0;
        } finally {
            taken++;
        }
    }

    private long add(@Nullable R row, String where, AnswerContext answer) {
        if (row == null) {
            throw answer.malformed(where, "null where a row is due");
        }
        return gathering.add(row, where, answer);
    }

    /** What the rows came to. */
    Listing<T> listing(AnswerContext answer) {
        VendorException refusal = passing ? objection(answer) : null;
        Listing<T> gathered = gathering.listing(answer);
        return refusal == null ? gathered : new Listing<>(gathered.rows(), refusal);
    }

    private VendorException objection(AnswerContext answer) {
        try {
            add(refused, at(refusedAt), answer);
        } catch (VendorException e) {
            return e;
        }
        throw new IllegalStateException("a row was refused and then taken");
    }
}
