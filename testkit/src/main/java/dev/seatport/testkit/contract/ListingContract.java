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

/**
 * What the listings of all ports have in common: every row in order, nothing before it is asked for, no more than was asked
 * for, one end. Extended by the contracts of the ports; adapters extend those.
 *
 * <p>A test asks the port under test through {@link #listing()}, or its contract's own questions, and holds the answer
 * against {@link #truth()}. Set the vendor up anew for each test: a test may have it fail or stall.
 *
 * @param <T> what the rows are
 */
public abstract class ListingContract<T> {
    ListingContract() {}

    /**
     * The rows that the vendor has, as the domain says them: two or more, in the vendor's order, among them one with
     * something that the vendor leaves out.
     */
    protected abstract List<T> truth();

    /**
     * What the vendor has been sent so far, oldest first: a text for each request that carries whatever ids were sent, to
     * the letter (method, path and body will do). Requests for tokens do not count.
     */
    protected abstract List<String> requests();

    /** From now on has the listing of {@link #truth()} break off after some of its rows. */
    protected abstract PartialListing breakOff();

    /**
     * From now on has the vendor take requests and not answer them.
     *
     * @return empty if the port under test cannot be kept waiting, as one in memory; the tests that need it are skipped then
     */
    protected Optional<StalledVendor> stall() {
        return Optional.empty();
    }

    /** Asks for the rows of {@link #truth()}. */
    abstract Flow.Publisher<Observed<T>> listing();

    abstract Vendor vendor();

    /** Whether the vendor left something of that row out. */
    abstract boolean lacksSomething(T row);

    private int requestsFor(Runnable asking) {
        int before = requests().size();
        asking.run();
        return requests().size() - before;
    }

    private List<Observed<T>> whole() {
        TestSubscriber.Outcome<Observed<T>> outcome = TestSubscriber.everything(listing());
        assertThat(outcome.failure()).as("what the listing ends with").isNull();
        return outcome.rows();
    }

    @Test
    void listsEveryRowInTheVendorsOrder() {
        assertThat(truth()).as("the truth to be shown").hasSizeGreaterThan(1);
        assertThat(Await.values(whole())).containsExactlyElementsOf(truth());
    }

    @Test
    void keepsWhatIsAbsentApartFromZeroAndEmpty() {
        List<T> lacking = truth().stream().filter(this::lacksSomething).toList();
        assertThat(lacking)
                .as("rows of the truth that the vendor leaves something out of")
                .isNotEmpty();

        assertThat(Await.values(whole())).containsAll(lacking);
    }

    @Test
    void asksAnewForEachSubscription() {
        Flow.Publisher<Observed<T>> publisher = listing();
        int first = requestsFor(() -> TestSubscriber.everything(publisher));
        int second = requestsFor(() -> assertThat(
                        Await.values(TestSubscriber.everything(publisher).rows()))
                .containsExactlyElementsOf(truth()));

        assertThat(first).as("requests for the first subscription").isPositive();
        assertThat(second).as("requests for the second subscription").isEqualTo(first);
    }

    @Test
    void sendsNothingBeforeARowIsAskedFor() {
        int unasked = requestsFor(() -> TestSubscriber.on(listing()).silence("no signal is due before a request"));

        assertThat(unasked).as("requests sent without any demand").isZero();
    }

    @Test
    void deliversOneRowForEachRowThatIsAskedFor() {
        TestSubscriber<Observed<T>> subscriber = TestSubscriber.on(listing());
        List<T> all = truth();
        assertThat(subscriber.request(1).row().value()).isEqualTo(all.get(0));
        subscriber.silence("one row was asked for");
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
    void sendsNothingWhenItIsCancelledBeforeARowIsAskedFor() {
        int sent = requestsFor(() -> {
            TestSubscriber<Observed<T>> subscriber = TestSubscriber.on(listing());
            subscriber.cancel();
            subscriber.request(1).silence("the subscription was cancelled");
        });

        assertThat(sent).as("requests for nobody").isZero();
    }

    @Test
    void deliversAndAsksNothingMoreOnceItIsCancelled() {
        int whole = requestsFor(this::whole);
        int cancelled = requestsFor(() -> {
            TestSubscriber<Observed<T>> subscriber =
                    TestSubscriber.on(listing()).request(1);
            subscriber.row();
            subscriber.cancel();
            subscriber.request(Long.MAX_VALUE).silence("the subscription was cancelled");
        });

        // A listing of one page has asked for all that there is when its first row arrives.
        assertThat(cancelled).as("requests for one row").isPositive().isLessThan(Math.max(whole, 2));
    }

    @Test
    void endsTheExchangeWhenTheSubscriptionIsCancelled() {
        StalledVendor vendor = ContractAssertions.stalled(stall());
        TestSubscriber<Observed<T>> subscriber = TestSubscriber.on(listing()).request(1);
        ContractAssertions.asked(vendor);

        subscriber.cancel();

        ContractAssertions.left(vendor);
        subscriber.silence("the subscription was cancelled");
    }

    @Test
    void keepsTheRowsBeforeAFailureAndTellsItOnce() {
        List<T> all = truth();
        PartialListing broken = breakOff();
        assertThat(broken.rows()).as("rows before the failure").isLessThan(all.size());
        TestSubscriber<Observed<T>> subscriber = TestSubscriber.on(listing()).request(Long.MAX_VALUE);

        TestSubscriber.Outcome<Observed<T>> outcome = subscriber.rest();

        assertThat(Await.values(outcome.rows())).containsExactlyElementsOf(all.subList(0, broken.rows()));
        ContractAssertions.failure(outcome.failure(), broken.kind(), vendor());
        subscriber.silence("the listing is over");
    }

    @Test
    void saysOfEveryRowWhereItCameFrom() {
        int before = requests().size();
        List<Provenance> provenances =
                whole().stream().map(Observed::provenance).toList();
        int answers = requests().size() - before;

        assertThat(provenances).allSatisfy(provenance -> ContractAssertions.provenance(provenance, vendor()));
        assertThat(provenances.stream().map(Provenance::operation).distinct())
                .as("operations of one listing")
                .hasSize(1);
        assertThat(provenances.stream().distinct().count())
                .as("provenances: the rows of one answer share theirs")
                .isLessThanOrEqualTo(answers);
    }
}
