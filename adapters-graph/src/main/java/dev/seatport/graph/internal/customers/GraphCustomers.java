package dev.seatport.graph.internal.customers;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.VendorClient;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** Customer directory of Graph, from the contracts of the partner's tenant. Thread-safe. */
public final class GraphCustomers implements CustomerDirectory {
    private final VendorClient client;
    private final TenantId partner;

    /** @param partner the partner's tenant, whose token all requests have */
    public GraphCustomers(VendorClient client, TenantId partner) {
        this.client = client;
        this.partner = partner;
    }

    /** Returns the operations, with their audience. */
    public List<VendorOperation> operations() {
        return Stream.of(ContractRequestFactory.ALL, ContractRequestFactory.ONE)
                .map(operation -> operation.forAudience(partner.value()))
                .toList();
    }

    /** Rejects an id that is not a GUID before a request. */
    @Override
    public CompletionStage<Observed<Customer>> find(CustomerId id) {
        return client.fetch(new ContractsQuery(partner, id), this::requireOne);
    }

    private Observed<Customer> requireOne(ListingResult<Observed<Customer>> listing) {
        return listing.rows().stream()
                .findFirst()
                .orElseThrow(() -> listing.failure().orElseGet(this::notFound));
    }

    private VendorException notFound() {
        return ContractRequestFactory.ONE
                .forAudience(partner.value())
                .failure(FailureKind.NOT_FOUND, "the vendor lists no contract with this customer; check the id")
                .build();
    }

    @Override
    public Flow.Publisher<Observed<Customer>> all() {
        return client.pages(() -> new ContractsQuery(partner, null));
    }

    /** Returns unreported: Graph has no count of contracts without their listing. */
    @Override
    public CompletionStage<Quantity> count() {
        return CompletableFuture.completedFuture(Quantity.unreported());
    }

    @Override
    public CompletionStage<Long> suspectResponseCount() {
        return client.suspectResponseCount();
    }
}
