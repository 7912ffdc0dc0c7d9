package dev.seatport.c3.internal.customers;

import dev.seatport.c3.internal.transport.C3Wire;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.http.AnswerContext;
import dev.seatport.http.Gathering;
import dev.seatport.http.LargeListing;
import dev.seatport.http.VendorRequest;
import dev.seatport.ports.listing.Listing;
import org.jspecify.annotations.Nullable;

/**
 * How the listing is read: all of it comes in one answer.
 *
 * @param wanted the only customer to be gathered; {@code null} for all
 */
record CustomerListing(@Nullable CustomerId wanted)
        implements LargeListing<ActiveCustomersDto, ActiveCustomerDto, Customer> {
    @Override
    public VendorRequest request() {
        return wanted == null ? CustomerEndpoint.all() : CustomerEndpoint.one(wanted);
    }

    @Override
    public Class<ActiveCustomersDto> answerType() {
        return ActiveCustomersDto.class;
    }

    @Override
    public String rowsMember() {
        return "Data";
    }

    @Override
    public Class<ActiveCustomerDto> rowType() {
        return ActiveCustomerDto.class;
    }

    @Override
    public Gathering<ActiveCustomerDto, Customer> gather() {
        return new CustomerGroups(id -> wanted == null || wanted.equals(id));
    }

    @Override
    public Listing<Customer> around(ActiveCustomersDto envelope, Listing<Customer> rows, AnswerContext answer) {
        C3Wire.requireRows(envelope.data(), answer);
        return rows;
    }
}
