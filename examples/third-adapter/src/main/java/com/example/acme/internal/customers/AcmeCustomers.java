package com.example.acme.internal.customers;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.VendorClient;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.customers.CustomerDirectory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

// begin: customers
/** Customer directory of Acme. Thread-safe. */
public final class AcmeCustomers implements CustomerDirectory {
    private final VendorClient client;
    private final AccountsQuery accounts;

    public AcmeCustomers(VendorClient client, TenantId partner) {
        this.client = client;
        this.accounts = new AccountsQuery(partner);
    }

    public List<VendorOperation> operations() {
        return accounts.operations();
    }

    @Override
    public CompletionStage<Observed<Customer>> find(CustomerId id) {
        return client.fetch(() -> accounts.byId(id), AccountsQuery.AccountDto.class, (account, path, context) -> {
            Customer customer = accounts.mapper().map(account, path, context);
            if (!customer.id().equals(id)) {
                throw context.malformed("$.id", "the id differs from the requested one");
            }
            return customer;
        });
    }

    @Override
    public Flow.Publisher<Observed<Customer>> all() {
        return client.pages(accounts);
    }

    /** Returns unreported: Acme has no request for the count alone. */
    @Override
    public CompletionStage<Quantity> count() {
        return CompletableFuture.completedFuture(Quantity.unreported());
    }

    @Override
    public CompletionStage<Long> suspectResponseCount() {
        return client.suspectResponseCount();
    }
}
// end: customers
