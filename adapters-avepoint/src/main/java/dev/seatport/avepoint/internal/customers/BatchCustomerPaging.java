package dev.seatport.avepoint.internal.customers;

import dev.seatport.avepoint.internal.customers.CustomerMapper.Place;
import dev.seatport.avepoint.internal.transport.AvePointWire;
import dev.seatport.domain.customer.Customer;
import dev.seatport.http.AnswerContext;
import dev.seatport.http.Page;
import dev.seatport.http.Paging;
import dev.seatport.http.RegularReader;
import dev.seatport.http.RowMapper;
import dev.seatport.http.VendorRequest;
import java.util.Optional;

/** How the customer batch comes in pages. */
final class BatchCustomerPaging implements Paging<BatchCustomerPageDto, BatchCustomerDto, Customer> {
    private static final CustomerMapper MAPPER = new CustomerMapperImpl();
    private static final BatchCustomerReader READER = new BatchCustomerReader();

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
        return Optional.of(READER);
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
}
