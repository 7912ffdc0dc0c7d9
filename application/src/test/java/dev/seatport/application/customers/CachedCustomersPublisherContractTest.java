package dev.seatport.application.customers;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Observed;
import dev.seatport.testkit.contract.PublisherContract;
import dev.seatport.testkit.fake.InMemoryCustomerDirectory;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.stream.LongStream;

class CachedCustomersPublisherContractTest extends PublisherContract<Observed<Customer>> {
    private static final Vendor VENDOR = new Vendor("acme");

    @Override
    protected Flow.Publisher<Observed<Customer>> publisher(long rows) {
        Customer[] customers = LongStream.range(0, rows)
                .mapToObj(row -> Customer.builder(new CustomerId(VENDOR, "customer-" + row))
                        .build())
                .toArray(Customer[]::new);
        return CachingCustomerDirectory.of(new InMemoryCustomerDirectory(VENDOR).with(customers))
                .all();
    }

    /** The rows are created in advance. */
    @Override
    protected long maxRows() {
        return 1_000;
    }

    /** Rows are emitted on the thread of the subscriber. */
    @Override
    protected Duration signalTimeout() {
        return Duration.ofMillis(300);
    }
}
