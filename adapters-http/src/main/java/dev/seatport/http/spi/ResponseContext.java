package dev.seatport.http.spi;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.events.SchemaDrift;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Context of one response for its mappers: provenance, reports of schema drift, and failures. Used by one thread. */
public final class ResponseContext {
    private final Provenance provenance;
    private final CallListener listener;
    private final int status;
    private final int attempts;
    private final @Nullable String audience;
    /** Number of occurrences of each drift since the last report. {@code null} until the first drift. */
    private @Nullable Map<SchemaDrift, Long> unreportedDrift;

    private @Nullable VendorException latestMissingId;

    /**
     * Creates a context. Adapters get theirs from the client; this constructor is for tests of mappers.
     *
     * @param status HTTP status of the response
     * @param attempts number of requests sent
     */
    public ResponseContext(Provenance provenance, CallListener listener, int status, int attempts) {
        this(provenance, listener, status, attempts, null);
    }

    /**
     * Creates a context like {@link #ResponseContext(Provenance, CallListener, int, int)}.
     *
     * @param audience audience of the token of the request; {@code null} if the vendor's tokens have no audience
     */
    public ResponseContext(
            Provenance provenance, CallListener listener, int status, int attempts, @Nullable String audience) {
        this.provenance = provenance;
        this.listener = listener;
        this.status = status;
        this.attempts = attempts;
        this.audience = audience;
    }

    /** Attaches the provenance to the value of the response, and reports repeated drift. */
    public <T> Observed<T> observed(T value) {
        reportRepeatedDrift();
        return new Observed<>(value, provenance);
    }

    /**
     * Maps rows in order. A row that its mapper rejects ends the listing after the rows before it. Rows without an id are
     * skipped, and the listing ends with the failure of the first of them after its last row.
     */
    public <R, T> ListingResult<T> mapToListing(List<R> rows, IntFunction<String> path, RowMapper<R, T> mapper) {
        MappedRows<T> mapped = mapRows(rows, path, mapper);
        VendorException endedBy = mapped.endedBy();
        return new ListingResult<>(
                mapped.rows(),
                endedBy != null || mapped.rowsWithoutId().isEmpty()
                        ? endedBy
                        : mapped.rowsWithoutId().get(0).failure());
    }

    /**
     * Result of mapping the rows of a response.
     *
     * @param rowsWithoutId the skipped rows
     * @param endedBy failure of the row that stopped the mapping; {@code null} if all rows were mapped
     */
    public record MappedRows<T>(
            List<T> rows,
            List<RowWithoutId> rowsWithoutId,
            @Nullable VendorException endedBy) {}

    /**
     * Row without an id.
     *
     * @param row its DTO
     * @param failure the failure that its mapper threw
     */
    public record RowWithoutId(Object row, VendorException failure) {}

    /** Maps rows like {@link #mapToListing}, and returns the skipped rows separately. */
    public <R, T> MappedRows<T> mapRows(List<R> rows, IntFunction<String> path, RowMapper<R, T> mapper) {
        List<T> mapped = new ArrayList<>(rows.size());
        List<RowWithoutId> rowsWithoutId = new ArrayList<>(0);
        for (int i = 0; i < rows.size(); i++) {
            R row = rows.get(i);
            try {
                String rowPath = path.apply(i);
                mapped.add(mapper.map(requireRow(row, rowPath), rowPath, this));
            } catch (VendorException e) {
                if (!isMissingId(e)) {
                    return new MappedRows<>(mapped, rowsWithoutId, e);
                }
                rowsWithoutId.add(new RowWithoutId(row, e));
            }
        }
        return new MappedRows<>(mapped, rowsWithoutId, null);
    }

    /** Jackson puts {@code null} into a list if the JSON does, even if the element type is non-null. */
    private <R> R requireRow(@Nullable R row, String path) {
        if (row == null) {
            throw malformed(path, "null where a row is due");
        }
        return row;
    }

    /**
     * Requires a list of rows.
     *
     * @param path JSON path of the list
     * @throws VendorException {@code MALFORMED_ANSWER} if the list is missing or {@code null}
     */
    public <R> List<R> requireRows(@Nullable List<R> rows, String path) {
        if (rows == null) {
            throw malformed(path, "no list of rows");
        }
        return rows;
    }

    /**
     * Reports that the response differs from the vendor's documentation, although it could be decoded.
     *
     * @param path JSON path, with {@code [*]} for any row
     * @param what short description without a value of the response
     */
    public void reportDrift(String path, String what) {
        reportDrift(new SchemaDrift(path, what), 1);
    }

    /**
     * Reports a drift with the number of its occurrences. The first occurrence is reported at once, and the rest together by
     * {@link #observed}.
     */
    public void reportDrift(SchemaDrift drift, long places) {
        Map<SchemaDrift, Long> counts = unreportedDrift == null ? new LinkedHashMap<>() : unreportedDrift;
        unreportedDrift = counts;
        @Nullable Long unreported = counts.get(drift);
        if (unreported == null) {
            listener.drifted(provenance.vendor(), provenance.operation(), drift);
        }
        counts.put(drift, (unreported == null ? -1 : unreported) + places);
    }

    /**
     * Reports a row that arrived twice and is delivered once. For a {@link StreamedRowCollector}: the client itself detects repeated
     * rows of pages.
     */
    public void reportRepeatedRow() {
        listener.duplicateRowDropped(provenance.vendor(), provenance.operation());
    }

    private void reportRepeatedDrift() {
        if (unreportedDrift == null) {
            return;
        }
        unreportedDrift.replaceAll((drift, times) -> {
            if (times > 0) {
                listener.driftedAgain(provenance.vendor(), provenance.operation(), drift, times);
            }
            return 0L;
        });
    }

    /**
     * Creates the failure of a response that cannot be mapped, for the caller to throw.
     *
     * @param path JSON path, such as {@code $.data[3].tenantId}
     * @param what short description without a value of the response
     */
    public VendorException malformed(String path, String what) {
        return failure(FailureKind.MALFORMED_ANSWER, "at " + path + ": " + what);
    }

    /**
     * Creates the failure of a row without an id, for its mapper to throw. The listing continues without the row, and ends with
     * this failure after its last row.
     *
     * @param path JSON path of the missing id
     */
    public VendorException missingId(String path) {
        VendorException failure = malformed(path, "missing");
        latestMissingId = failure;
        return failure;
    }

    /** Returns whether a failure is the latest one that {@link #missingId} created. */
    public boolean isMissingId(VendorException failure) {
        return failure == latestMissingId;
    }

    /**
     * Creates the failure of a listing that has two rows with one id and different content, for the end of the listing.
     *
     * @param id id of the rows; shown as printable ASCII
     */
    public VendorException conflictingRows(Object id) {
        return failure(
                FailureKind.INCOMPLETE_LISTING,
                Objects.requireNonNullElse(LogSanitizer.sanitize(id.toString()), "a row")
                        + " came more than once, with different content; ask the vendor which is right");
    }

    /** Creates a failure that was detected in a successful response, for the caller to throw. */
    public VendorException failure(FailureKind kind, String explanation) {
        return VendorException.builder(kind, provenance.vendor(), provenance.operation(), explanation)
                .status(status)
                .attempts(attempts)
                .audience(VendorOperation.printable(audience))
                .correlationId(provenance.correlationId())
                .build();
    }

    public Provenance provenance() {
        return provenance;
    }
}
