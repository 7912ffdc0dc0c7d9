package com.example.acme.internal.customers;

import com.example.acme.internal.customers.AccountMapper.RowContext;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.http.VendorClient;
import dev.seatport.ports.customers.CustomerDirectory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

// begin: customers
/** Customer directory of Acme. Thread-safe. */
public final class AcmeCustomers implements CustomerDirectory {
    private static final AccountMapper MAPPER = new AccountMapperImpl();

    private final VendorClient client;

    public AcmeCustomers(VendorClient client) {
        this.client = client;
    }

    @Override
    public CompletionStage<Observed<Customer>> find(CustomerId id) {
        return client.fetch(
                () -> AccountRequestFactory.account(id),
                AccountDto.class,
                (account, path, context) -> MAPPER.toCustomer(account, new RowContext(path, context)));
    }

    @Override
    public Flow.Publisher<Observed<Customer>> all() {
        return client.pages(new AccountsQuery());
    }

    /** Returns unreported: Acme has no request for the count alone. */
    @Override
    public CompletionStage<Quantity> count() {
        return CompletableFuture.completedFuture(Quantity.unreported());
    }
}
// end: customers
