package dev.seatport.avepoint.internal.tenantseats;

import dev.seatport.avepoint.internal.tenantseats.TenantSeatMapper.RowContext;
import dev.seatport.avepoint.internal.tenantseats.TenantSeatPageDto.TenantSeatDto;
import dev.seatport.avepoint.internal.transport.AvePointResponseConventions;
import dev.seatport.avepoint.internal.transport.PageMetadata;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.http.json.FastJsonReader;
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
 * Paged query of tenant seats, with the fast reader of its pages. Decodes the responses of both API versions.
 *
 * @param query customer, tenant kind and filters
 * @param requestFactory creates the page requests of one API version
 * @param filtersByTenant whether the vendor filters by tenant in this API version
 */
record TenantSeatsQuery(TenantSeatQuery query, PageRequestFactory requestFactory, boolean filtersByTenant)
        implements PagedQuery<TenantSeatPageDto, TenantSeatDto, TenantSeats>,
                FastResponseReader<TenantSeatPageDto, TenantSeats> {
    private static final TenantSeatMapper MAPPER = new TenantSeatMapperImpl();
    private static final JsonFieldTable PAGE = JsonFieldTable.of("data", "metadata");
    private static final JsonFieldTable ROW =
            JsonFieldTable.of("type", "tenantId", "tenantName", "availableUserSeat", "assignedUserSeat");

    private static final int DATA_FIELD = 0;

    private static final int TYPE_FIELD = 0;
    private static final int TENANT_ID_FIELD = 1;
    private static final int TENANT_NAME_FIELD = 2;
    private static final int AVAILABLE_FIELD = 3;

    /** Creates the page requests of one API version. */
    interface PageRequestFactory {
        VendorRequest request(TenantSeatQuery query, int pageIndex, int pageSize);
    }

    @Override
    public int pageSize() {
        return AvePointResponseConventions.PAGE_SIZE;
    }

    @Override
    public VendorRequest request(int pageIndex, int pageSize) {
        return requestFactory.request(query, pageIndex, pageSize);
    }

    @Override
    public Class<TenantSeatPageDto> pageType() {
        return TenantSeatPageDto.class;
    }

    @Override
    public Optional<FastResponseReader<TenantSeatPageDto, TenantSeats>> fastReader() {
        return Optional.of(this);
    }

    @Override
    public Page<TenantSeatDto> toPage(TenantSeatPageDto page, ResponseContext context) {
        return AvePointResponseConventions.page(page.data(), page.metadata(), context);
    }

    @Override
    public String rowPath(int row) {
        return "$.data[" + row + "]";
    }

    @Override
    public Object key(TenantSeats row) {
        return row.tenant().id();
    }

    /** Delivers both rows of a tenant whose counts differ, so that the subscriber can reject both. */
    @Override
    public boolean deliversConflictingRows() {
        return true;
    }

    @Override
    public boolean isFilteredByVendor() {
        return filtersByTenant && !query.tenants().isEmpty();
    }

    /** Filters by tenant here too: the older API has no such filter, and a server of the current API may ignore it. */
    @Override
    public boolean isRequested(TenantSeats row) {
        return query.tenants().isEmpty()
                || query.tenants().contains(row.tenant().id());
    }

    @Override
    public RowMapper<TenantSeatDto, TenantSeats> mapper() {
        return (row, path, context) ->
                MAPPER.toSeats(row, new RowContext(query.customer(), query.kind(), path, context));
    }

    @Override
    public TenantSeatPageDto decode(FastJsonReader json, List<TenantSeats> rows, ResponseContext context) {
        // No row index: a row that fails here is decoded again by databind, whose message has the index.
        RowContext rowContext = new RowContext(query.customer(), query.kind(), "$.data[*]", context);
        List<TenantSeatDto> data = null;
        PageMetadata metadata = null;
        if (json.isAtList()) {
            json.readRows(rows, row -> row(row, rowContext));
            return TenantSeatPageDto.bare(List.of());
        }
        json.beginObject();
        for (int field = json.nextField(PAGE); field != FastJsonReader.END_OF_OBJECT; field = json.nextField(PAGE)) {
            if (field == DATA_FIELD) {
                json.readRows(rows, row -> row(row, rowContext));
                data = List.of();
            } else {
                metadata = PageMetadata.read(json);
            }
        }
        return new TenantSeatPageDto(data, metadata);
    }

    /** Creates and maps the DTO in one method, so that the JIT compiler can remove the allocation. */
    private static TenantSeats row(FastJsonReader json, RowContext rowContext) {
        @Nullable String type = null;
        @Nullable String id = null;
        @Nullable String name = null;
        @Nullable Long available = null;
        @Nullable Long assigned = null;
        for (int field = json.nextField(ROW); field != FastJsonReader.END_OF_OBJECT; field = json.nextField(ROW)) {
            switch (field) {
                case TYPE_FIELD -> type = json.readScalar();
                case TENANT_ID_FIELD -> id = json.readString();
                case TENANT_NAME_FIELD -> name = json.readScalar();
                case AVAILABLE_FIELD -> available = json.readLong();
                default -> assigned = json.readLong();
            }
        }
        return MAPPER.toSeats(new TenantSeatDto(type, id, name, available, assigned), rowContext);
    }
}
