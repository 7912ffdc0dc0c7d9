package dev.seatport.avepoint.internal.customers;

import dev.seatport.avepoint.internal.customers.CustomerMapper.RowContext;
import dev.seatport.avepoint.internal.transport.AvePointProtocol;
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

/** The customers of a partner, from AvePoint. One customer is looked up in the same way in both generations. */
public final class AvePointCustomers implements CustomerDirectory {
    /** All customers, by the current documents. */
    public static final VendorOperation CURRENT = CustomerEndpoint.BATCH;
    /** All customers, by the older documents. */
    public static final VendorOperation OLDER = CustomerEndpoint.LISTING;
    /** One customer. */
    public static final VendorOperation SPECIFIC = CustomerEndpoint.SPECIFIC;

    /** So few that most partners have more: then the total cannot be that of the page. */
    private static final int FEW = 2;

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

    /** By the current documents: all customers in pages. */
    public static CustomerDirectory current(VendorClient client) {
        return new AvePointCustomers(
                client, vendor -> vendor.pages(new BatchCustomersQuery()), AvePointCustomers::totalOfAPage);
    }

    /** By the older documents: all customers in one answer. */
    public static CustomerDirectory older(VendorClient client) {
        return new AvePointCustomers(
                client,
                vendor -> vendor.list(new PartnerCustomersQuery()),
                vendor -> CompletableFuture.completedFuture(Quantity.unreported()));
    }

    @Override
    public CompletionStage<Observed<Customer>> find(CustomerId id) {
        return client.fetch(
                () -> CustomerEndpoint.specific(id),
                PartnerCustomerDto.class,
                (row, path, answer) ->
                        theSame(id, MAPPER.fromPartnerFamily(row, new RowContext(path, answer)), answer));
    }

    /** A response for another customer would put that one's name beside the numbers of the one asked for. */
    private static Customer theSame(CustomerId asked, Customer answered, ResponseContext answer) {
        if (!answered.id().equals(asked)) {
            throw answer.malformed("$.id", "another customer than the one asked for");
        }
        return answered;
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

    /** Every page tells how many rows there are in all: a small page will do. */
    private static CompletionStage<Quantity> totalOfAPage(VendorClient vendor) {
        return vendor.fetch(
                        () -> CustomerEndpoint.batch(1, FEW),
                        BatchCustomerPageDto.class,
                        (page, path, answer) -> counted(page))
                .thenApply(Observed::value);
    }

    /** A total of no more than the rows of this full page may count these alone: then how many there are is not known. */
    private static Quantity counted(BatchCustomerPageDto page) {
        int rows = page.data() == null ? 0 : page.data().size();
        OptionalLong total = AvePointProtocol.total(page.metadata());
        return rows >= FEW && total.orElse(rows) <= rows ? Quantity.unreported() : quantity(total);
    }

    private static Quantity quantity(OptionalLong count) {
        return count.isPresent() ? Quantity.of(count.getAsLong()) : Quantity.unreported();
    }
}
