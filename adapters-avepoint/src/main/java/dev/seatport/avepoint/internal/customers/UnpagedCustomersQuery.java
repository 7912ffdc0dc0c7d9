package dev.seatport.avepoint.internal.customers;

import dev.seatport.avepoint.internal.customers.CustomerMapper.RowContext;
import dev.seatport.avepoint.internal.customers.PartnerCustomerDto.PartnerCustomerListDto;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.StreamedQuery;
import dev.seatport.http.spi.StreamedRowCollector;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.ports.listing.ListingResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Streamed query of the older API, which serves all customers in one response. */
final class UnpagedCustomersQuery implements StreamedQuery<PartnerCustomerListDto, PartnerCustomerDto, Customer> {
    @Override
    public VendorRequest request() {
        return CustomerRequestFactory.olderListing();
    }

    @Override
    public Class<PartnerCustomerListDto> responseType() {
        return PartnerCustomerListDto.class;
    }

    @Override
    public String rowsField() {
        return "value";
    }

    @Override
    public Class<PartnerCustomerDto> rowType() {
        return PartnerCustomerDto.class;
    }

    @Override
    public StreamedRowCollector<PartnerCustomerDto, Customer> newCollector() {
        return new PartnerCustomerCollector();
    }

    @Override
    public ListingResult<Customer> finish(
            PartnerCustomerListDto list, ListingResult<Customer> rows, ResponseContext context) {
        context.requireRows(list.value(), "$.value");
        String link = list.nextLink();
        return !rows.complete() || link == null || link.isBlank()
                ? rows
                : new ListingResult<>(
                        rows.rows(),
                        context.failure(
                                FailureKind.INCOMPLETE_LISTING,
                                "the response links to more rows, which are not read; use the current API"));
    }

    /** Maps each row to a customer and drops duplicates. Different rows with the same id make the listing incomplete. */
    private static final class PartnerCustomerCollector implements StreamedRowCollector<PartnerCustomerDto, Customer> {
        private static final CustomerMapper MAPPER = new CustomerMapperImpl();
        /** Estimated heap of the objects of a row, in bytes, without its strings. */
        private static final int BYTES_PER_ROW = 192;

        private final Map<CustomerId, Customer> customers = new LinkedHashMap<>();
        private @Nullable CustomerId conflictingId;

        @Override
        public long add(PartnerCustomerDto row, String path, ResponseContext context) {
            Customer customer = MAPPER.fromPartnerCustomer(row, new RowContext(path, context));
            Customer earlier = customers.putIfAbsent(customer.id(), customer);
            if (earlier != null) {
                if (!earlier.equals(customer) && conflictingId == null) {
                    conflictingId = customer.id();
                }
                context.reportRepeatedRow();
                return 0;
            }
            return BYTES_PER_ROW
                    + StreamedRowCollector.estimatedBytes(
                            row.id(), row.organization(), row.ownerEmail(), row.jobStatus(), row.countryOrRegion());
        }

        @Override
        public ListingResult<Customer> toListing(ResponseContext context) {
            return new ListingResult<>(
                    List.copyOf(customers.values()),
                    conflictingId == null ? null : context.conflictingRows(conflictingId));
        }
    }
}
