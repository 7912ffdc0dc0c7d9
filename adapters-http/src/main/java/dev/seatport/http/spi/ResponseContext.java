package dev.seatport.http.spi;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.events.SchemaDrift;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a mapper needs to know of the answer that it translates: where it came from, and whom to tell about oddities. One
 * per answer; used on one thread.
 */
public final class ResponseContext {
    private final Provenance provenance;
    private final CallListener callListener;
    private final int status;
    private final int attempts;
    /** In how many places each drift was met since it was told last. */
    private @Nullable Map<SchemaDrift, Long> again;

    private @Nullable VendorException unidentified;

    /**
     * A context for one answer. Adapters are handed theirs; this is for tests of mappers.
     *
     * @param status the HTTP status of the answer
     * @param attempts how many requests it took
     */
    public ResponseContext(Provenance provenance, CallListener callListener, int status, int attempts) {
        this.provenance = provenance;
        this.callListener = callListener;
        this.status = status;
        this.attempts = attempts;
    }

    /** Joins the value of the answer to where it came from. */
    public <T> Observed<T> observed(T value) {
        tellAgain();
        return new Observed<>(value, provenance);
    }

    /**
     * Translates row after row until one cannot be understood: then the rows before it are good, and it ends the listing. A row that
     * nothing identifies is passed over, and ends the listing after its last row.
     */
    public <R, T> Listing<T> mapToListing(List<R> rows, IntFunction<String> path, RowMapper<R, T> mapper) {
        MappedRows<T> translated = mapRows(rows, path, mapper);
        VendorException end = translated.endedBy();
        return new Listing<>(
                translated.rows(),
                end != null || translated.rowsWithoutId().isEmpty()
                        ? end
                        : translated.rowsWithoutId().get(0).failure());
    }

    /**
     * Rows of an answer after their translation.
     *
     * @param rowsWithoutId the rows that nothing identifies
     * @param endedBy why the rows after these cannot be understood
     */
    public record MappedRows<T>(
            List<T> rows,
            List<RowWithoutId> rowsWithoutId,
            @Nullable VendorException endedBy) {}

    /**
     * A row that nothing identifies.
     *
     * @param row its DTO
     * @param failure that of the mapper
     */
    public record RowWithoutId(Object row, VendorException failure) {}

    /** Translates row after row, like {@link #rows}; tells the rows that were passed over apart. */
    public <R, T> MappedRows<T> mapRows(List<R> rows, IntFunction<String> path, RowMapper<R, T> mapper) {
        List<T> good = new ArrayList<>(rows.size());
        List<RowWithoutId> rowsWithoutId = new ArrayList<>(0);
        for (int i = 0; i < rows.size(); i++) {
            R row = rows.get(i);
            try {
                String where = path.apply(i);
                good.add(mapper.map(present(row, where), where, this));
            } catch (VendorException e) {
                if (!isMissingId(e)) {
                    return new MappedRows<>(good, rowsWithoutId, e);
                }
                rowsWithoutId.add(new RowWithoutId(row, e));
            }
        }
        return new MappedRows<>(good, rowsWithoutId, null);
    }

    /** A list that Jackson read may hold nulls, whatever its type says. */
    private <R> R present(@Nullable R row, String path) {
        if (row == null) {
            throw malformed(path, "null where a row is due");
        }
        return row;
    }

    /**
     * The rows of an answer whose member with that path must be a list.
     *
     * @throws VendorException {@code MALFORMED_ANSWER} if it is missing or {@code null}
     */
    public <R> List<R> requireRows(@Nullable List<R> rows, String path) {
        if (rows == null) {
            throw malformed(path, "no list of rows");
        }
        return rows;
    }

    /**
     * Tells that the answer differs from the vendor's current documents, though it could be read.
     *
     * @param path where, in JSON path form with {@code [*]} for any row
     * @param what in a few words, without a value of the answer
     */
    public void reportDrift(String path, String what) {
        reportDrift(new SchemaDrift(path, what), 1);
    }

    /**
     * Tells that the answer differs from the vendor's current documents in so many places, though it could be read. The first of
     * them is told at once, the others when the answer is {@link #observed}, all of them together.
     */
    public void reportDrift(SchemaDrift schemaDrift, long places) {
        Map<SchemaDrift, Long> met = again == null ? new LinkedHashMap<>() : again;
        again = met;
        @Nullable Long before = met.get(schemaDrift);
        if (before == null) {
            callListener.drifted(provenance.vendor(), provenance.operation(), schemaDrift);
        }
        met.put(schemaDrift, (before == null ? -1 : before) + places);
    }

    /** Tells that a row came twice, which is delivered once. For a {@link RowCollector}: of pages, paging itself notices it. */
    public void reportRepeatedRow() {
        callListener.duplicateRowDropped(provenance.vendor(), provenance.operation());
    }

    private void tellAgain() {
        if (again == null) {
            return;
        }
        again.replaceAll((schemaDrift, times) -> {
            if (times > 0) {
                callListener.driftedAgain(provenance.vendor(), provenance.operation(), schemaDrift, times);
            }
            return 0L;
        });
    }

    /**
     * The failure of an answer that cannot be understood, for the caller to throw.
     *
     * @param path where, in JSON path form, such as {@code $.data[3].tenantId}
     * @param what in a few words, without a value of the answer
     */
    public VendorException malformed(String path, String what) {
        return failure(FailureKind.MALFORMED_ANSWER, "at " + path + ": " + what);
    }

    /**
     * Returns the failure of a row without an id, for its mapper to throw. The listing goes on without the row, and ends with this
     * failure after its last row.
     *
     * @param path where the id is missing, in JSON path form
     */
    public VendorException missingId(String path) {
        VendorException failure = malformed(path, "missing");
        unidentified = failure;
        return failure;
    }

    /** Returns whether a mapper threw this failure of {@link #unidentified}, and no other since. */
    public boolean isMissingId(VendorException failure) {
        return failure == unidentified;
    }

    /**
     * Returns the failure of a listing with two rows of one id that say different things, for the end of the listing.
     *
     * @param id of the rows; messages show it as printable ASCII
     */
    public VendorException conflictingRows(Object id) {
        return failure(
                FailureKind.INCOMPLETE_LISTING,
                Objects.requireNonNullElse(LogSanitizer.sanitize(id.toString()), "a row")
                        + " came more than once, with different content; ask the vendor which is right");
    }

    /** A failure that was noticed after a good answer, for the caller to throw. */
    public VendorException failure(FailureKind kind, String explanation) {
        return VendorException.builder(kind, provenance.vendor(), provenance.operation(), explanation)
                .status(status)
                .attempts(attempts)
                .correlationId(provenance.correlationId())
                .build();
    }

    /** Where the answer came from. */
    public Provenance provenance() {
        return provenance;
    }
}
