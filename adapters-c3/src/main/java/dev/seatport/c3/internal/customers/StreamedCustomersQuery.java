package dev.seatport.c3.internal.customers;

import dev.seatport.c3.internal.customers.ActiveCustomersDto.ActiveCustomerDto;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.StreamedQuery;
import dev.seatport.http.spi.StreamedRowCollector;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.ports.listing.ListingResult;
import org.jspecify.annotations.Nullable;

/**
 * Streamed query of the customer listing, which C3 serves in one response.
 *
 * @param wanted the only customer to keep; {@code null} for all
 */
record StreamedCustomersQuery(@Nullable CustomerId wanted)
        implements StreamedQuery<ActiveCustomersDto, ActiveCustomerDto, Customer> {
    @Override
    public VendorRequest request() {
        return wanted == null ? ActiveCustomerRequestFactory.all() : ActiveCustomerRequestFactory.one(wanted);
    }

    @Override
    public Class<ActiveCustomersDto> responseType() {
        return ActiveCustomersDto.class;
    }

    @Override
    public String rowsField() {
        return "Data";
    }

    @Override
    public Class<ActiveCustomerDto> rowType() {
        return ActiveCustomerDto.class;
    }

    @Override
    public StreamedRowCollector<ActiveCustomerDto, Customer> newCollector() {
        return new CustomerAggregator(id -> wanted == null || wanted.equals(id));
    }

    @Override
    public ListingResult<Customer> finish(
            ActiveCustomersDto envelope, ListingResult<Customer> rows, ResponseContext context) {
        context.requireRows(envelope.data(), "$.Data");
        return rows;
    }
}
