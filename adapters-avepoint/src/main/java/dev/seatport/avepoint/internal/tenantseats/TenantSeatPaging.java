package dev.seatport.avepoint.internal.tenantseats;

import dev.seatport.avepoint.internal.tenantseats.TenantSeatMapper.Asked;
import dev.seatport.avepoint.internal.transport.AvePointWire;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.http.AnswerContext;
import dev.seatport.http.Page;
import dev.seatport.http.Paging;
import dev.seatport.http.RegularReader;
import dev.seatport.http.RowMapper;
import dev.seatport.http.VendorRequest;
import dev.seatport.ports.seats.TenantSeatQuery;
import java.util.Optional;

/**
 * How tenant seats come in pages.
 *
 * @param query what was asked
 * @param endpoint in which generation's words it is asked
 * @param filtersByTenant whether that generation is asked for the tenants of the query alone
 */
record TenantSeatPaging(TenantSeatQuery query, Endpoint endpoint, boolean filtersByTenant)
        implements Paging<TenantSeatPageDto, TenantSeatDto, TenantSeats> {
    private static final TenantSeatMapper MAPPER = new TenantSeatMapperImpl();

    /** One generation's request of a page. */
    interface Endpoint {
        VendorRequest request(TenantSeatQuery query, int pageIndex, int pageSize);
    }

    @Override
    public int pageSize() {
        return AvePointWire.PAGE_SIZE;
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
    public Optional<RegularReader<TenantSeatPageDto, TenantSeats>> regular() {
        return Optional.of(new TenantSeatReader(query));
    }

    @Override
    public Page<TenantSeatDto> open(TenantSeatPageDto page, AnswerContext answer) {
        return AvePointWire.page(page.data(), page.metadata(), answer);
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
        return (row, path, answer) -> MAPPER.toSeats(row, new Asked(query.customer(), query.kind(), path, answer));
    }
}
