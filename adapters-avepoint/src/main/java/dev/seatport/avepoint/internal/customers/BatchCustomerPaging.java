package dev.seatport.avepoint.internal.customers;

import dev.seatport.avepoint.internal.customers.BatchCustomerPageDto.BatchCustomerDto;
import dev.seatport.avepoint.internal.customers.BatchCustomerPageDto.BatchCustomerDto.BatchTenantDto;
import dev.seatport.avepoint.internal.customers.CustomerMapper.Place;
import dev.seatport.avepoint.internal.transport.AvePointWire;
import dev.seatport.avepoint.internal.transport.PageMetadata;
import dev.seatport.domain.customer.Customer;
import dev.seatport.http.json.FieldNames;
import dev.seatport.http.json.RegularJson;
import dev.seatport.http.spi.AnswerContext;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.Paging;
import dev.seatport.http.spi.RegularReader;
import dev.seatport.http.spi.RowMapper;
import dev.seatport.http.spi.VendorRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the customer batch comes in pages, and how a regular one is read. */
final class BatchCustomerPaging
        implements Paging<BatchCustomerPageDto, BatchCustomerDto, Customer>,
                RegularReader<BatchCustomerPageDto, Customer> {
    private static final CustomerMapper MAPPER = new CustomerMapperImpl();
    private static final FieldNames PAGE = FieldNames.of("data", "metadata");
    private static final FieldNames ROW = FieldNames.of(
                    "id", "organization", "ownerEmail", "jobStatus", "countryOrRegion", "tenants")
            .ignoring("managementMode");
    private static final FieldNames TENANT = FieldNames.of("id", "name");

    @Override
    public int pageSize() {
        return AvePointWire.PAGE_SIZE;
    }

    @Override
    public VendorRequest request(int pageIndex, int pageSize) {
        return CustomerEndpoint.batch(pageIndex, pageSize);
    }

    @Override
    public Class<BatchCustomerPageDto> pageType() {
        return BatchCustomerPageDto.class;
    }

    @Override
    public Optional<RegularReader<BatchCustomerPageDto, Customer>> regular() {
        return Optional.of(this);
    }

    @Override
    public Page<BatchCustomerDto> open(BatchCustomerPageDto page, AnswerContext answer) {
        return AvePointWire.page(page.data(), page.metadata(), answer);
    }

    @Override
    public String path(int row) {
        return "$.data[" + row + "]";
    }

    @Override
    public Object key(Customer row) {
        return row.id();
    }

    @Override
    public RowMapper<BatchCustomerDto, Customer> mapper() {
        return (row, path, answer) -> MAPPER.fromBatch(row, new Place(path, answer));
    }

    /** Reads a regular page. */
    @Override
    public BatchCustomerPageDto read(RegularJson json, List<Customer> rows, AnswerContext answer) {
        // Where a row stands is only said of one that cannot be understood, and databind reads those.
        Place place = new Place("$.data[*]", answer);
        List<BatchCustomerDto> data = null;
        PageMetadata metadata = null;
        json.open();
        for (int field = json.next(PAGE); field != RegularJson.END; field = json.next(PAGE)) {
            if (field == 0) {
                json.rows(rows, row -> MAPPER.fromBatch(row(row), place));
                data = List.of();
            } else {
                metadata = PageMetadata.read(json);
            }
        }
        return new BatchCustomerPageDto(data, metadata);
    }

    private static BatchCustomerDto row(RegularJson json) {
        @Nullable String id = null;
        @Nullable String organization = null;
        @Nullable String ownerEmail = null;
        @Nullable String jobStatus = null;
        @Nullable String country = null;
        @Nullable List<BatchTenantDto> tenants = null;
        for (int field = json.next(ROW); field != RegularJson.END; field = json.next(ROW)) {
            switch (field) {
                case 0 -> id = json.text();
                case 1 -> organization = json.text();
                case 2 -> ownerEmail = json.text();
                case 3 -> jobStatus = json.text();
                case 4 -> country = json.text();
                default -> tenants = tenants(json);
            }
        }
        return new BatchCustomerDto(id, organization, ownerEmail, jobStatus, country, tenants);
    }

    private static List<BatchTenantDto> tenants(RegularJson json) {
        List<BatchTenantDto> tenants = new ArrayList<>();
        json.rows(tenants, BatchCustomerPaging::tenant);
        return tenants;
    }

    private static BatchTenantDto tenant(RegularJson json) {
        @Nullable String id = null;
        @Nullable String name = null;
        for (int field = json.next(TENANT); field != RegularJson.END; field = json.next(TENANT)) {
            if (field == 0) {
                id = json.textOnly();
            } else {
                name = json.textOnly();
            }
        }
        return new BatchTenantDto(id, name);
    }
}
