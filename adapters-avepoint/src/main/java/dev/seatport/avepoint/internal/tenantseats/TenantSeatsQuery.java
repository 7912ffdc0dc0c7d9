package dev.seatport.avepoint.internal.tenantseats;

import dev.seatport.avepoint.internal.tenantseats.TenantSeatMapper.RowContext;
import dev.seatport.avepoint.internal.tenantseats.TenantSeatPageDto.TenantSeatDto;
import dev.seatport.avepoint.internal.transport.AvePointProtocol;
import dev.seatport.avepoint.internal.transport.PageMetadata;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.http.json.JsonFieldReader;
import dev.seatport.http.json.JsonFieldTable;
import dev.seatport.http.spi.FastResponseReader;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.PagedQuery;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowMapper;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.ports.seats.TenantSeatQuery;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How tenant seats come in pages, and how a regular one is read, in the shapes of both documents.
 *
 * @param query what was asked
 * @param endpoint in which generation's words it is asked
 * @param filtersByTenant whether that generation is asked for the tenants of the query alone
 */
record TenantSeatsQuery(TenantSeatQuery query, Endpoint endpoint, boolean filtersByTenant)
        implements PagedQuery<TenantSeatPageDto, TenantSeatDto, TenantSeats>,
                FastResponseReader<TenantSeatPageDto, TenantSeats> {
    private static final TenantSeatMapper MAPPER = new TenantSeatMapperImpl();
    private static final JsonFieldTable PAGE = JsonFieldTable.of("data", "metadata");
    private static final JsonFieldTable ROW =
            JsonFieldTable.of("type", "tenantId", "tenantName", "availableUserSeat", "assignedUserSeat");

    /** One generation's request of a page. */
    interface Endpoint {
        VendorRequest request(TenantSeatQuery query, int pageIndex, int pageSize);
    }

    @Override
    public int pageSize() {
        return AvePointProtocol.PAGE_SIZE;
    }

    @Override
    public VendorRequest request(int pageIndex, int pageSize) {
        return endpoint.request(query, pageIndex, pageSize);
    }

    @Override
    public Class<TenantSeatPageDto> pageType() {
        return TenantSeatPageDto.class;
    }

    @Override
    public Optional<FastResponseReader<TenantSeatPageDto, TenantSeats>> regular() {
        return Optional.of(this);
    }

    @Override
    public Page<TenantSeatDto> open(TenantSeatPageDto page, ResponseContext answer) {
        return AvePointProtocol.page(page.data(), page.metadata(), answer);
    }

    @Override
    public String path(int row) {
        return "$.data[" + row + "]";
    }

    @Override
    public Object key(TenantSeats row) {
        return row.tenant().id();
    }

    /** The subscriber gets both rows of a tenant whose counts differ, and trusts neither. */
    @Override
    public boolean deliversDiffering() {
        return true;
    }

    @Override
    public boolean filteredByVendor() {
        return filtersByTenant && !query.tenants().isEmpty();
    }

    /** The older document knows no filter by tenant, and a server of the current one may not mind it: it is applied here. */
    @Override
    public boolean wanted(TenantSeats row) {
        return query.tenants().isEmpty()
                || query.tenants().contains(row.tenant().id());
    }

    @Override
    public RowMapper<TenantSeatDto, TenantSeats> mapper() {
        return (row, path, answer) -> MAPPER.toSeats(row, new RowContext(query.customer(), query.kind(), path, answer));
    }

    /** Reads a regular page. */
    @Override
    public TenantSeatPageDto read(JsonFieldReader json, List<TenantSeats> rows, ResponseContext answer) {
        // Where a row stands is only said of one that cannot be understood, and databind reads those.
        RowContext rowContext = new RowContext(query.customer(), query.kind(), "$.data[*]", answer);
        List<TenantSeatDto> data = null;
        PageMetadata metadata = null;
        if (json.atList()) {
            json.rows(rows, row -> row(row, rowContext));
            return TenantSeatPageDto.bare(List.of());
        }
        json.open();
        for (int field = json.next(PAGE); field != JsonFieldReader.END; field = json.next(PAGE)) {
            if (field == 0) {
                json.rows(rows, row -> row(row, rowContext));
                data = List.of();
            } else {
                metadata = PageMetadata.read(json);
            }
        }
        return new TenantSeatPageDto(data, metadata);
    }

    /** The DTO is made and mapped in one method, so that Java need not really make it. */
    private static TenantSeats row(JsonFieldReader json, RowContext rowContext) {
        @Nullable String type = null;
        @Nullable String id = null;
        @Nullable String name = null;
        @Nullable Long available = null;
        @Nullable Long assigned = null;
        for (int field = json.next(ROW); field != JsonFieldReader.END; field = json.next(ROW)) {
            switch (field) {
                case 0 -> type = json.text();
                case 1 -> id = json.textOnly();
                case 2 -> name = json.text();
                case 3 -> available = json.count();
                default -> assigned = json.count();
            }
        }
        return MAPPER.toSeats(new TenantSeatDto(type, id, name, available, assigned), rowContext);
    }
}
