package dev.seatport.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.http.json.FastJsonReader;
import dev.seatport.http.json.JsonFieldTable;
import dev.seatport.http.spi.FastResponseReader;
import dev.seatport.http.spi.Quantities;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.ResponseEnvelope;
import dev.seatport.ports.listing.ListingResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Response of a vendor with rows, and both ways to decode it. */
public final class ShelfListing {
    /** Decodes the response field by field. */
    public static final FastResponseReader<ShelfDto, Book> READER = ShelfListing::decode;

    private static final JsonFieldTable SHELF =
            JsonFieldTable.of("Status", "Id", "Rows", "total").ignoring("note");
    private static final JsonFieldTable ROW = JsonFieldTable.of("id", "name", "count", "free");

    private ShelfListing() {}

    /** The DTO of the response. */
    @JsonIgnoreProperties("note")
    public record ShelfDto(
            @JsonProperty("Status") @Nullable String status,
            @JsonProperty("Id") @Nullable String correlationId,
            @JsonProperty("Rows") @Nullable List<BookDto> rows,
            @Nullable Long total)
            implements ResponseEnvelope {
        @Override
        public boolean succeeded() {
            return "Good".equals(status);
        }
    }

    /** The DTO of a row. */
    public record BookDto(
            @Nullable String id,
            @Nullable String name,
            @Nullable Long count,
            @Nullable Long free) {}

    /** Domain value of a row. */
    public record Book(String id, @Nullable String name, Quantity count, Quantity free) {}

    /** Maps a response that databind decoded. */
    public static ListingResult<Book> translate(ShelfDto shelf, ResponseContext context) {
        if (shelf.rows() == null) {
            throw context.malformed("$.Rows", "no list of rows");
        }
        return context.mapToListing(shelf.rows(), row -> "$.Rows[" + row + "]", ShelfListing::book);
    }

    /** Maps a row. */
    public static Book book(BookDto row, String path, ResponseContext context) {
        if (row.id() == null || row.id().isBlank()) {
            throw context.malformed(path + ".id", "missing");
        }
        if (row.name() == null) {
            context.reportDrift("$.Rows[*].name", "missing");
        }
        return new Book(
                row.id(),
                row.name(),
                Quantities.nonNegative(row.count(), "$.Rows[*].count", context),
                Quantities.signed(row.free(), "$.Rows[*].free", context));
    }

    private static ShelfDto decode(FastJsonReader json, List<Book> books, ResponseContext context) {
        String status = null;
        String correlationId = null;
        List<BookDto> rows = null;
        Long total = null;
        json.beginObject();
        for (int field = json.nextField(SHELF); field != FastJsonReader.END_OF_OBJECT; field = json.nextField(SHELF)) {
            switch (field) {
                case 0 -> status = json.readScalar();
                case 1 -> correlationId = json.readScalar();
                case 2 -> {
                    json.readRows(books, row -> book(row(row), "$.Rows[*]", context));
                    rows = List.of();
                }
                default -> total = json.readLong();
            }
        }
        return new ShelfDto(status, correlationId, rows, total);
    }

    private static BookDto row(FastJsonReader json) {
        String id = null;
        String name = null;
        Long count = null;
        Long free = null;
        for (int field = json.nextField(ROW); field != FastJsonReader.END_OF_OBJECT; field = json.nextField(ROW)) {
            switch (field) {
                case 0 -> id = json.readScalar();
                case 1 -> name = json.readScalar();
                case 2 -> count = json.readLong();
                default -> free = json.readLong();
            }
        }
        return new BookDto(id, name, count, free);
    }
}
