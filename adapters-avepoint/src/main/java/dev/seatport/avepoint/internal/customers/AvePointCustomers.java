package dev.seatport.avepoint.internal.customers;

import dev.seatport.avepoint.internal.customers.CustomerMapper.RowContext;
import dev.seatport.avepoint.internal.transport.AvePointResponseConventions;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.http.VendorClient;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.customers.CustomerDirectory;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;

/** Customer directory of AvePoint. Thread-safe. Both API versions look up one customer with the same request. */
public final class AvePointCustomers implements CustomerDirectory {
    /** Lists all customers, in the current API. */
    public static final VendorOperation CURRENT = CustomerRequestFactory.CURRENT_PAGE;
    /** Lists all customers, in the older API. */
    public static final VendorOperation OLDER = CustomerRequestFactory.OLDER_LISTING;
    /** Looks up one customer. */
    public static final VendorOperation ONE_CUSTOMER = CustomerRequestFactory.ONE_CUSTOMER;

    /** Page size of a count request, in rows: most partners have more customers, so the total cannot be that of the page. */
    private static final int COUNT_PAGE_SIZE = 2;

    private static final CustomerMapper MAPPER = new CustomerMapperImpl();

    private final VendorClient client;
    private final Function<VendorClient, Flow.Publisher<Observed<Customer>>> listing;
    private final Function<VendorClient, CompletionStage<Quantity>> count;

    private AvePointCustomers(
            VendorClient client,
            Function<VendorClient, Flow.Publisher<Observed<Customer>>> listing,
            Function<VendorClient, CompletionStage<Quantity>> count) {
        this.client = client;
        this.listing = listing;
        this.count = count;
    }

    /** Returns a directory that uses the current API: all customers in pages. */
    public static CustomerDirectory current(VendorClient client) {
        return new AvePointCustomers(
                client, vendor -> vendor.pages(new BatchCustomersQuery()), AvePointCustomers::fetchTotal);
    }

    /** Returns a directory that uses the older API: all customers in one response. */
    public static CustomerDirectory older(VendorClient client) {
        return new AvePointCustomers(
                client,
                vendor -> vendor.list(new UnpagedCustomersQuery()),
                vendor -> CompletableFuture.completedFuture(Quantity.unreported()));
    }

    @Override
    public CompletionStage<Observed<Customer>> find(CustomerId id) {
        return client.fetch(
                () -> CustomerRequestFactory.oneCustomer(id),
                PartnerCustomerDto.class,
                (row, path, context) ->
                        requireSameId(id, MAPPER.fromPartnerCustomer(row, new RowContext(path, context)), context));
    }

    /** Rejects a response for another customer: its name would be shown with the seats of the requested customer. */
    private static Customer requireSameId(CustomerId requested, Customer customer, ResponseContext context) {
        if (!customer.id().equals(requested)) {
            throw context.malformed("$.id", "the customer id differs from the requested id");
        }
        return customer;
    }

    @Override
    public Flow.Publisher<Observed<Customer>> all() {
        return listing.apply(client);
    }

    @Override
    public CompletionStage<Long> suspectResponseCount() {
        return client.suspectResponseCount();
    }

    @Override
    public CompletionStage<Quantity> count() {
        return count.apply(client);
    }

    /** Fetches a small page, because the metadata of every page has the total. */
    private static CompletionStage<Quantity> fetchTotal(VendorClient vendor) {
        return vendor.fetch(
                        () -> CustomerRequestFactory.currentPage(1, COUNT_PAGE_SIZE),
                        BatchCustomerPageDto.class,
                        (page, path, context) -> totalOf(page))
                .thenApply(Observed::value);
    }

    /** Returns unreported if a full page has a total that may count only its own rows. */
    private static Quantity totalOf(BatchCustomerPageDto page) {
        int rows = page.data() == null ? 0 : page.data().size();
        OptionalLong total = AvePointResponseConventions.total(page.metadata());
        return rows >= COUNT_PAGE_SIZE && total.orElse(rows) <= rows ? Quantity.unreported() : quantity(total);
    }

    private static Quantity quantity(OptionalLong count) {
        return count.isPresent() ? Quantity.of(count.getAsLong()) : Quantity.unreported();
    }
}
