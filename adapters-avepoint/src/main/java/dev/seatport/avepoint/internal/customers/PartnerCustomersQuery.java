package dev.seatport.avepoint.internal.customers;

import dev.seatport.avepoint.internal.customers.CustomerMapper.RowContext;
import dev.seatport.avepoint.internal.customers.PartnerCustomerDto.PartnerCustomerListDto;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowCollector;
import dev.seatport.http.spi.StreamedQuery;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.ports.listing.Listing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the customers of the older family are read: all of them come in one answer. */
final class PartnerCustomersQuery implements StreamedQuery<PartnerCustomerListDto, PartnerCustomerDto, Customer> {
    @Override
    public VendorRequest request() {
        return CustomerEndpoint.listing();
    }

    @Override
    public Class<PartnerCustomerListDto> answerType() {
        return PartnerCustomerListDto.class;
    }

    @Override
    public String rowsMember() {
        return "value";
    }

    @Override
    public Class<PartnerCustomerDto> rowType() {
        return PartnerCustomerDto.class;
    }

    @Override
    public RowCollector<PartnerCustomerDto, Customer> gather() {
        return new PartnerCustomerCollector();
    }

    @Override
    public Listing<Customer> around(PartnerCustomerListDto answer, Listing<Customer> rows, ResponseContext context) {
        context.requireRows(answer.value(), "$.value");
        String link = answer.nextLink();
        return !rows.complete() || link == null || link.isBlank()
                ? rows
                : new Listing<>(
                        rows.rows(),
                        context.failure(
                                FailureKind.INCOMPLETE_LISTING,
                                "the vendor says that more rows follow on a link, which is not followed"));
    }

    /** Each row is a customer. One that comes twice is delivered once; of two of one id, none is known to be right. */
    private static final class PartnerCustomerCollector implements RowCollector<PartnerCustomerDto, Customer> {
        private static final CustomerMapper MAPPER = new CustomerMapperImpl();
        /** What the objects around the texts of a row take. */
        private static final int BYTES_PER_ROW = 192;

        private final Map<CustomerId, Customer> customers = new LinkedHashMap<>();
        private @Nullable CustomerId differing;

        @Override
        public long add(PartnerCustomerDto row, String path, ResponseContext answer) {
            Customer customer = MAPPER.fromPartnerFamily(row, new RowContext(path, answer));
            Customer before = customers.putIfAbsent(customer.id(), customer);
            if (before != null) {
                if (!before.equals(customer) && differing == null) {
                    differing = customer.id();
                }
                answer.repeated();
                return 0;
            }
            return BYTES_PER_ROW
                    + RowCollector.bytesOf(
                            row.id(), row.organization(), row.ownerEmail(), row.jobStatus(), row.countryOrRegion());
        }

        @Override
        public Listing<Customer> listing(ResponseContext answer) {
            return new Listing<>(
                    List.copyOf(customers.values()), differing == null ? null : answer.differing(differing));
        }
    }
}
