package dev.seatport.http;

import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.ResponseEnvelope;
import dev.seatport.http.spi.StreamedQuery;
import dev.seatport.http.spi.StreamedRowCollector;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.listing.ListingResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Streamed listing of numbers, whose response may declare a failure at its end. */
final class StreamedNumbersQuery
        implements StreamedQuery<StreamedNumbersQuery.NumbersDto, StreamedNumbersQuery.RowDto, Long> {
    static final VendorOperation NUMBERS = new VendorOperation(VendorServer.ACME, "numbers", null);

    /** The DTO of the response. */
    record NumbersDto(
            @Nullable String status,
            @Nullable String correlationId,
            @Nullable List<RowDto> data) implements ResponseEnvelope {
        @Override
        public boolean succeeded() {
            return !"Error".equals(status);
        }
    }

    /** The DTO of a row. */
    record RowDto(@Nullable Long id, @Nullable String name) {}

    @Override
    public VendorRequest request() {
        return VendorRequest.get(NUMBERS)
                .path("/numbers")
                .maxResponseBytes(MAX_RESPONSE_BYTES)
                .build();
    }

    @Override
    public Class<NumbersDto> responseType() {
        return NumbersDto.class;
    }

    @Override
    public String rowsField() {
        return "data";
    }

    @Override
    public Class<RowDto> rowType() {
        return RowDto.class;
    }

    @Override
    public StreamedRowCollector<RowDto, Long> newCollector() {
        return new NumbersCollector();
    }

    @Override
    public ListingResult<Long> finish(NumbersDto response, ListingResult<Long> rows, ResponseContext context) {
        if (response.data() == null) {
            throw context.malformed("$.data", "no list of rows");
        }
        return rows;
    }

    private static final class NumbersCollector implements StreamedRowCollector<RowDto, Long> {
        private final List<RowDto> rows = new ArrayList<>();

        @Override
        public long add(RowDto row, String path, ResponseContext context) {
            if (row.id() == null) {
                throw context.malformed(path + ".id", "missing");
            }
            rows.add(row);
            return 64 + StreamedRowCollector.estimatedBytes(row.name());
        }

        @Override
        public ListingResult<Long> toListing(ResponseContext context) {
            return new ListingResult<>(rows.stream().map(RowDto::id).toList(), null);
        }
    }
}
