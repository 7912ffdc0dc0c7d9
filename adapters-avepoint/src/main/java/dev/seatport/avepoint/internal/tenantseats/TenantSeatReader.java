package dev.seatport.avepoint.internal.tenantseats;

import dev.seatport.avepoint.internal.tenantseats.TenantSeatMapper.Asked;
import dev.seatport.avepoint.internal.transport.PageMetadata;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.http.AnswerContext;
import dev.seatport.http.FieldNames;
import dev.seatport.http.RegularJson;
import dev.seatport.http.RegularReader;
import dev.seatport.ports.seats.TenantSeatQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads regular pages of tenant seats, in the shapes of both documents.
 *
 * @param query what was asked
 */
record TenantSeatReader(TenantSeatQuery query) implements RegularReader<TenantSeatPageDto, TenantSeats> {
    private static final TenantSeatMapper MAPPER = new TenantSeatMapperImpl();
    private static final FieldNames PAGE = FieldNames.of("data", "metadata");
    private static final FieldNames ROW =
            FieldNames.of("type", "tenantId", "tenantName", "availableUserSeat", "assignedUserSeat");

    @Override
    public TenantSeatPageDto read(RegularJson json, List<TenantSeats> rows, AnswerContext answer) {
        // Where a row stands is only said of one that cannot be understood, and databind reads those.
        Asked asked = new Asked(query.customer(), query.kind(), "$.data[*]", answer);
        List<TenantSeatDto> data = null;
        PageMetadata metadata = null;
        if (json.atList()) {
            json.rows(rows, row -> row(row, asked));
            return TenantSeatPageDto.bare(List.of());
        }
        json.open();
        for (int field = json.next(PAGE); field != RegularJson.END; field = json.next(PAGE)) {
            if (field == 0) {
                json.rows(rows, row -> row(row, asked));
                data = List.of();
            } else {
                metadata = PageMetadata.read(json);
            }
        }
        return new TenantSeatPageDto(data, metadata);
    }

    /** The DTO is made and mapped in one method, so that Java need not really make it. */
    private static TenantSeats row(RegularJson json, Asked asked) {
        @Nullable String type = null;
        @Nullable String id = null;
        @Nullable String name = null;
        @Nullable Long available = null;
        @Nullable Long assigned = null;
        for (int field = json.next(ROW); field != RegularJson.END; field = json.next(ROW)) {
            switch (field) {
                case 0 -> type = json.text();
                case 1 -> id = json.textOnly();
                case 2 -> name = json.text();
                case 3 -> available = json.count();
                default -> assigned = json.count();
            }
        }
        return MAPPER.toSeats(new TenantSeatDto(type, id, name, available, assigned), asked);
    }
}
