package dev.seatport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.testkit.wait.Await;
import dev.seatport.testkit.wait.TestSubscriber;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/**
 * Contract of all listings: all rows in order, no request before demand, no more rows than requested, one end. The contracts of
 * the ports extend this class; authors of adapters extend those.
 *
 * <p>Each test compares the listing with {@link #truth()}. Set up the vendor before each test, because a test may make it fail
 * or stall.
 *
 * @param <T> the type of a row
 */
public abstract class ListingContract<T> {
    ListingContract() {}

    /**
     * Returns the rows of the vendor as domain values: at least two, in the order of the vendor, at least one with an absent
     * value.
     */
    protected abstract List<T> truth();

    /**
     * Returns the requests that the vendor has received, oldest first. Each text contains all ids of the request unchanged:
     * method, path and body are enough. Token requests are left out.
     */
    protected abstract List<String> requests();

    /** Makes the listing of {@link #truth()} fail after some rows, from now on. */
    protected abstract ListingFailurePoint breakOff();

    /**
     * Makes the vendor accept requests without responses, from now on.
     *
     * @return empty if the port cannot be stalled, such as a port in memory; the tests that need it are then skipped
     */
    protected Optional<StalledVendor> stall() {
        return Optional.empty();
    }

    /**
     * Inserts a page without rows, which says that more pages follow, into the listing of {@link #truth()}, from now on.
     *
     * @return whether the vendor can say so, as with a link to the next page. Default: {@code false}; the test is then skipped
     */
    protected boolean insertEmptyPage() {
        return false;
    }

    /** Returns the listing of the rows of {@link #truth()}. */
    abstract Flow.Publisher<Observed<T>> listing();

    abstract Vendor vendor();

    /** Returns whether the vendor reports no value for a field of the row. */
    abstract boolean hasAbsentValue(T row);

    private int requestsFor(Runnable action) {
        int before = requests().size();
        action.run();
        return requests().size() - before;
    }

    private List<Observed<T>> whole() {
        TestSubscriber.Outcome<Observed<T>> outcome = TestSubscriber.everything(listing());
        assertThat(outcome.failure()).as("failure of the listing").isNull();
        return outcome.rows();
    }

    @Test
    void listsEveryRowInTheVendorsOrder() {
        assertThat(truth()).as("rows of truth()").hasSizeGreaterThan(1);
        assertThat(Await.values(whole())).containsExactlyElementsOf(truth());
    }

    @Test
    void keepsAbsentValuesDistinctFromZeroAndEmpty() {
        List<T> lacking = truth().stream().filter(this::hasAbsentValue).toList();
        assertThat(lacking).as("rows of truth() with an absent value").isNotEmpty();

        assertThat(Await.values(whole())).containsAll(lacking);
    }

    @Test
    void sendsNewRequestsForEachSubscription() {
        Flow.Publisher<Observed<T>> publisher = listing();
        int first = requestsFor(() -> TestSubscriber.everything(publisher));
        int second = requestsFor(() -> assertThat(
                        Await.values(TestSubscriber.everything(publisher).rows()))
                .containsExactlyElementsOf(truth()));

        assertThat(first).as("requests for the first subscription").isPositive();
        assertThat(second).as("requests for the second subscription").isEqualTo(first);
    }

    @Test
    void deliversAllRowsToTwoSubscriptionsThatOvertakeEachOther() {
        List<T> all = truth();
        Flow.Publisher<Observed<T>> publisher = listing();
        TestSubscriber<Observed<T>> first = TestSubscriber.on(publisher).request(1);
        assertThat(first.row().value()).as("row 1 of the first").isEqualTo(all.get(0));
        TestSubscriber<Observed<T>> second = TestSubscriber.on(publisher).request(2);
        assertThat(second.row().value()).as("row 1 of the second").isEqualTo(all.get(0));
        assertThat(second.row().value()).as("row 2 of the second").isEqualTo(all.get(1));

        TestSubscriber.Outcome<Observed<T>> restOfFirst =
                first.request(Long.MAX_VALUE).rest();
        TestSubscriber.Outcome<Observed<T>> restOfSecond =
                second.request(Long.MAX_VALUE).rest();

        assertThat(restOfFirst.failure()).as("failure of the first").isNull();
        assertThat(Await.values(restOfFirst.rows())).containsExactlyElementsOf(all.subList(1, all.size()));
        assertThat(restOfSecond.failure()).as("failure of the second").isNull();
        assertThat(Await.values(restOfSecond.rows())).containsExactlyElementsOf(all.subList(2, all.size()));
    }

    @Test
    void goesOnAfterAnEmptyPageThatIsNotTheLast() {
        if (!insertEmptyPage()) {
            throw new TestAbortedException("no page of this vendor says that more pages follow");
        }
        assertThat(Await.values(whole())).containsExactlyElementsOf(truth());
    }

    @Test
    void sendsNothingBeforeTheFirstRequestForRows() {
        int sent = requestsFor(() -> TestSubscriber.on(listing()).silence("no signal before demand"));

        assertThat(sent).as("requests sent without demand").isZero();
    }

    @Test
    void deliversOneRowPerRequestedRow() {
        TestSubscriber<Observed<T>> subscriber = TestSubscriber.on(listing());
        List<T> all = truth();
        assertThat(subscriber.request(1).row().value()).isEqualTo(all.get(0));
        subscriber.silence("only one row was requested");
        for (T expected : all.subList(1, all.size())) {
            assertThat(subscriber.request(1).row().value()).isEqualTo(expected);
        }
        subscriber.request(1).completion();
    }

    @Test
    void completesOnce() {
        TestSubscriber<Observed<T>> subscriber = TestSubscriber.on(listing()).request(Long.MAX_VALUE);
        assertThat(subscriber.rest().failure()).isNull();

        subscriber.request(1).silence("the listing is over");
    }

    @Test
    void sendsNothingIfCancelledBeforeTheFirstRequestForRows() {
        int sent = requestsFor(() -> {
            TestSubscriber<Observed<T>> subscriber = TestSubscriber.on(listing());
            subscriber.cancel();
            subscriber.request(1).silence("the subscription was cancelled");
        });

        assertThat(sent).as("requests after cancellation").isZero();
    }

    @Test
    void deliversAndSendsNothingAfterCancellation() {
        int whole = requestsFor(this::whole);
        int cancelled = requestsFor(() -> {
            TestSubscriber<Observed<T>> subscriber =
                    TestSubscriber.on(listing()).request(1);
            subscriber.row();
            subscriber.cancel();
            subscriber.request(Long.MAX_VALUE).silence("the subscription was cancelled");
        });

        // A listing with a single page has sent all its requests before the first row.
        assertThat(cancelled).as("requests for one row").isPositive().isLessThan(Math.max(whole, 2));
    }

    @Test
    void closesTheExchangeWhenTheSubscriptionIsCancelled() {
        StalledVendor vendor = ContractAssertions.stalled(stall());
        TestSubscriber<Observed<T>> subscriber = TestSubscriber.on(listing()).request(1);
        ContractAssertions.assertRequested(vendor);

        subscriber.cancel();

        ContractAssertions.assertDisconnected(vendor);
        subscriber.silence("the subscription was cancelled");
    }

    @Test
    void deliversTheRowsBeforeAFailureAndFailsOnce() {
        List<T> all = truth();
        ListingFailurePoint broken = breakOff();
        assertThat(broken.rows()).as("rows before the failure").isLessThan(all.size());
        TestSubscriber<Observed<T>> subscriber = TestSubscriber.on(listing()).request(Long.MAX_VALUE);

        TestSubscriber.Outcome<Observed<T>> outcome = subscriber.rest();

        assertThat(Await.values(outcome.rows())).containsExactlyElementsOf(all.subList(0, broken.rows()));
        ContractAssertions.failure(outcome.failure(), broken.kind(), vendor());
        subscriber.silence("the listing is over");
    }

    @Test
    void reportsTheProvenanceOfEachRow() {
        int before = requests().size();
        List<Provenance> provenances =
                whole().stream().map(Observed::provenance).toList();
        int responses = requests().size() - before;

        assertThat(provenances).allSatisfy(provenance -> ContractAssertions.assertProvenance(provenance, vendor()));
        assertThat(provenances.stream().map(Provenance::operation).distinct())
                .as("operations of one listing")
                .hasSize(1);
        assertThat(provenances.stream().distinct().count())
                .as("distinct provenances: the rows of one response share theirs")
                .isLessThanOrEqualTo(responses);
    }
}
