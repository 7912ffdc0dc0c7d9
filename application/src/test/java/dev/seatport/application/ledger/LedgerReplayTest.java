package dev.seatport.application.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.application.review.FleetReview;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.ledger.RunStart;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.ReviewRequest;
import dev.seatport.ports.review.SeatReview;
import dev.seatport.testkit.fake.InMemorySeatLedger;
import dev.seatport.testkit.wait.TestSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A review of a past night, from the ledger alone, equals the review that recorded it. */
class LedgerReplayTest {
    private static final Instant FIRST_NIGHT = Instant.parse("2026-11-01T03:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int FLEETS = 200;
    private static final int NIGHTS = 3;
    private static final Pattern PARTS =
            Pattern.compile("(,[, ]*|\\[)(?=[A-Z]\\w+\\[|(products|productSeats|licenses|licenseVendor"
                    + "|unmatchedTenants|namesakes|deletedTenants|gaps|review|coverage|findings|excused|readAt)=)");

    private final AtomicReference<Instant> now = new AtomicReference<>(FIRST_NIGHT);
    private final InMemorySeatLedger ledger = new InMemorySeatLedger(now::get);

    private static ReviewRequest request() {
        return request(RandomFleet.BACKUP, RandomFleet.DRIVE);
    }

    private static ReviewRequest request(Product... products) {
        return ReviewRequest.of(List.of(products)).unmatchedLicenses(true).build();
    }

    private static Instant night(int number) {
        return FIRST_NIGHT.plus(DAY.multipliedBy(number));
    }

    /** Reviews a fleet with recording at this instant. */
    private TestSubscriber.Outcome<ReviewEvent> record(RandomFleet fleet, Instant at) {
        now.set(at);
        return TestSubscriber.everything(RecordingReview.builder(
                        ledger,
                        new RunStart("1.4", Map.of(RandomFleet.SEATS, "a", RandomFleet.LICENSES, "b")),
                        recorder -> FleetReview.builder(
                                        recorder.recording(fleet.seats()), recorder.recording(fleet.licenses()))
                                .clock(InstantSource.fixed(at))
                                .build())
                .clock(InstantSource.fixed(at))
                .build()
                .review(request()));
    }

    private SeatReview past(Instant moment, Instant clock) {
        LedgerSources sources = LedgerSources.asOf(ledger, moment);
        return FleetReview.builder(sources.seats(RandomFleet.SEATS), sources.licenses(RandomFleet.LICENSES))
                .clock(InstantSource.fixed(clock))
                .build();
    }

    private TestSubscriber.Outcome<ReviewEvent> asOf(Instant moment, Instant clock) {
        return TestSubscriber.everything(past(moment, clock).review(request()));
    }

    /** Returns the events as text without times and correlation ids. The text has every number, name, finding and gap. */
    private static List<String> comparable(TestSubscriber.Outcome<ReviewEvent> outcome) {
        List<String> lines = new ArrayList<>();
        for (ReviewEvent event : outcome.rows()) {
            if (event instanceof ReviewEvent.Started) {
                // A ledger has no count of customers.
                continue;
            }
            lines.add(event.toString().replaceAll(" ?(at|correlationId)=[^,\\]]*", ""));
            if (event instanceof ReviewEvent.Reviewed reviewed) {
                lines.add(describe(reviewed.customer().position()));
            }
        }
        if (outcome.failure() != null) {
            lines.add(outcome.failure().toString());
        }
        return lines;
    }

    /** The text of a customer has only its id. */
    private static String describe(CustomerPosition position) {
        Customer customer = position.customer().value();
        return String.join(
                " ",
                customer.organization().toString(),
                customer.ownerEmail().toString(),
                customer.country().toString(),
                customer.status().toString(),
                customer.statusText().toString(),
                customer.tenants().toString(),
                Integer.toString(customer.tenantsWithoutId()),
                customer.deletedAt().toString());
    }

    @Test
    void theReviewOfEachPastNightEqualsTheReviewOfThatNight() {
        for (int seed = 0; seed < FLEETS; seed++) {
            LedgerReplayTest fleet = new LedgerReplayTest();
            List<List<String>> printed = new ArrayList<>();
            for (int night = 0; night < NIGHTS; night++) {
                printed.add(comparable(fleet.record(RandomFleet.of(seed, night), night(night))));
            }
            for (int night = 0; night < NIGHTS; night++) {
                Instant morning = night(night).plus(Duration.ofHours(4));
                assertEqual(
                        "fleet " + seed + ", night " + night,
                        comparable(fleet.asOf(morning, night(night))),
                        printed.get(night),
                        night == 0);
            }
        }
    }

    /**
     * Asserts that two reviews are equal. A ledger returns customers and rows in the order in which they were first recorded, so those
     * that are new in a later night come last.
     */
    private static void assertEqual(String name, List<String> replayed, List<String> printed, boolean ordered) {
        if (ordered) {
            assertThat(replayed).as(name).containsExactlyElementsOf(printed);
        }
        List<String> missing = parts(printed);
        List<String> further = new ArrayList<>();
        for (String part : parts(replayed)) {
            if (!missing.remove(part)) {
                further.add(part);
            }
        }
        assertThat(further).as("%s, further parts; missing: %s", name, missing).isEmpty();
        assertThat(missing).as("%s, missing parts", name).isEmpty();
    }

    /** Returns the values of a review, one part for each record and each list in it. */
    private static List<String> parts(List<String> lines) {
        return new ArrayList<>(lines.stream()
                .flatMap(line -> PARTS.splitAsStream(line.replace("]", "")))
                .map(part -> part.replaceAll("[,\\s\\[]+$", ""))
                .toList());
    }

    @Test
    void anotherPolicyMayJudgeAPastNight() {
        record(RandomFleet.of(2, 1), night(0));
        ReviewPolicy policy = ReviewPolicy.builder().build();

        TestSubscriber.Outcome<ReviewEvent> outcome = TestSubscriber.everything(past(night(1), night(1))
                .review(ReviewRequest.of(List.of(RandomFleet.BACKUP))
                        .policy(policy)
                        .build()));

        assertThat(outcome.failure()).isNull();
    }

    @Test
    void aProductThatWasNotRecordedIsAGapOfEachCustomer() {
        record(RandomFleet.of(2, 1), night(0));
        Product vault = new Product(new ProductCode("3"), "Vault", null);

        TestSubscriber.Outcome<ReviewEvent> outcome =
                TestSubscriber.everything(past(night(1), night(1)).review(request(vault)));

        List<CustomerPosition> positions = positions(outcome);
        assertThat(positions)
                .isNotEmpty()
                .allSatisfy(position -> assertThat(position.gaps()).anySatisfy(gap -> {
                    assertThat(gap.kind()).isEqualTo(FailureKind.UNAVAILABLE);
                    assertThat(gap.explanation())
                            .contains("the seats of Vault were not recorded up to " + night(1))
                            .contains("choose a later moment, or record them from now on");
                }));
    }

    private static List<CustomerPosition> positions(TestSubscriber.Outcome<ReviewEvent> outcome) {
        return outcome.rows().stream()
                .filter(ReviewEvent.Reviewed.class::isInstance)
                .map(event -> ((ReviewEvent.Reviewed) event).customer().position())
                .toList();
    }

    @Test
    void aMomentBeforeTheFirstRunFailsWithTheReason() {
        record(RandomFleet.of(2, 1), night(5));

        TestSubscriber.Outcome<ReviewEvent> outcome = asOf(night(4), night(4));

        assertThat(outcome.failure())
                .isInstanceOfSatisfying(
                        VendorException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE))
                .hasMessageContaining("the customers of acme were not recorded up to " + night(4));
    }

    @Test
    void everyRowIsFromAResponseOfItsVendor() {
        record(RandomFleet.of(7, 1), night(0));

        for (CustomerPosition position : positions(asOf(night(1), night(1)))) {
            assertThat(position.tenantSeats()).extracting(Observed::provenance).allSatisfy(provenance -> {
                assertThat(provenance.vendor()).isEqualTo(RandomFleet.SEATS);
                assertThat(Objects.requireNonNull(provenance.operation())).isEqualTo("tenant-seats");
            });
        }
    }
}
