package dev.seatport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerServiceStatus;
import dev.seatport.domain.ledger.CountInterval;
import dev.seatport.domain.ledger.CountMetric;
import dev.seatport.domain.ledger.ItemNames;
import dev.seatport.domain.ledger.LedgerItem;
import dev.seatport.domain.ledger.SeriesHistory;
import dev.seatport.domain.license.BillingCycle;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.Offer;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.ledger.HistoryQuery;
import dev.seatport.ports.ledger.LedgerException;
import dev.seatport.ports.ledger.LedgerLease;
import dev.seatport.ports.ledger.LedgerReading;
import dev.seatport.ports.ledger.LedgerRun;
import dev.seatport.ports.ledger.RunStart;
import dev.seatport.ports.ledger.SeatLedger;
import dev.seatport.testkit.wait.Await;
import dev.seatport.testkit.wait.TestSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Contract of {@link SeatLedger}. The author of a ledger extends this class. Tests that need a process of their own, such as a kill in
 * the middle of a batch, are not part of it.
 */
public abstract class SeatLedgerContract extends LedgerContractFixture {
    private static final Quantity FIVE = Quantity.of(5);
    private static final Quantity SEVEN = Quantity.of(7);

    /** For subclasses. */
    protected SeatLedgerContract() {}

    // Values and intervals

    @Test
    void anEmptyLedgerHasNoRunsAndNoHistories() {
        assertThat(rows(ledger().runs())).isEmpty();
        assertThat(histories()).isEmpty();
        assertThat(readings(Dataset.LICENSES, LATER)).isEmpty();
        refused(TestSubscriber.everything(ledger().customers(ACME, LATER)).failure(), LedgerException.Kind.NOT_FOUND);
    }

    @Test
    void aValueTakesEffectAtItsFirstReading() {
        LedgerRun run = record(1, () -> Stream.of(customer(CAFE), purchased(5)));

        CountInterval interval = purchases().intervals().get(0);
        assertThat(values(purchases())).containsExactly(FIVE);
        assertThat(interval.since()).isEqualTo(night(1).plusSeconds(2));
        assertThat(interval.lastRead()).isEqualTo(interval.since());
        assertThat(interval.until()).isNull();
        assertThat(interval.provenance())
                .isEqualTo(new Provenance(
                        ACME, Dataset.PRODUCT_SEATS.label(), interval.since(), "request-" + interval.since()));
        assertThat(purchases().unread()).isEmpty();
        assertThat(run.started()).isEqualTo(night(1));
    }

    @Test
    void anUnchangedValueExtendsItsIntervalToTheStartOfTheRun() {
        record(1, () -> Stream.of(purchased(5)));
        record(2, () -> Stream.of(purchased(5)));
        record(3, () -> Stream.of(purchased(5)));

        assertThat(purchases().intervals()).singleElement().satisfies(interval -> {
            assertThat(interval.since()).isEqualTo(night(1).plusSeconds(1));
            assertThat(interval.lastRead()).isEqualTo(night(3));
            assertThat(interval.until()).isNull();
            assertThat(interval.provenance().at()).isEqualTo(interval.since());
        });
    }

    @Test
    void aChangedValueEndsTheIntervalAtItsFirstReading() {
        record(1, () -> Stream.of(purchased(5)));
        record(2, () -> Stream.of(purchased(5)));
        record(3, () -> Stream.of(purchased(7)));

        List<CountInterval> intervals = purchases().intervals();
        assertThat(values(purchases())).containsExactly(FIVE, SEVEN);
        assertThat(intervals.get(0).lastRead()).isEqualTo(night(2));
        assertThat(intervals.get(0).until()).isEqualTo(night(3).plusSeconds(1));
        assertThat(intervals.get(1).since()).isEqualTo(night(3).plusSeconds(1));
    }

    @Test
    void aReadingWithSeveralCountsHasOneHistoryForEach() {
        record(1, () -> Stream.of(licenses(license("sku", 5))));

        assertThat(histories())
                .extracting(history -> history.series().metric())
                .containsExactlyInAnyOrder(
                        CountMetric.PURCHASED, CountMetric.ASSIGNED, CountMetric.AVAILABLE, CountMetric.TENANT_TOTAL);
        assertThat(histories())
                .extracting(history -> history.series().item())
                .containsOnly(new LedgerItem(CAFE, LedgerItem.Kind.SKU, TENANT, "sku", 0));
    }

    @Test
    void countsWithoutANumberKeepTheirMeaning() {
        record(1, () -> Stream.of(purchased(CAFE, BACKUP, Quantity.unlimited())));
        record(2, () -> Stream.of(purchased(CAFE, BACKUP, Quantity.unreported())));
        record(3, () -> Stream.of(purchased(0)));
        record(4, () -> Stream.of(purchased(-3)));
        record(5, () -> Stream.of(purchased(Long.MAX_VALUE)));

        assertThat(values(purchases()))
                .containsExactly(
                        Quantity.unlimited(),
                        Quantity.unreported(),
                        Quantity.of(0),
                        Quantity.of(-3),
                        Quantity.of(Long.MAX_VALUE));
        assertThat(purchasedAt(noonAfter(1))).isEqualTo(Quantity.unlimited());
        assertThat(purchasedAt(noonAfter(2))).isEqualTo(Quantity.unreported());
        assertThat(purchasedAt(noonAfter(4))).isEqualTo(Quantity.of(-3));
    }

    // Idempotence

    @Test
    void recordingAReadingAgainChangesNothing() {
        setClock(night(1));
        LedgerLease lease = begin();
        LedgerReading[] batch = {customer(CAFE), purchased(5), licenses(license("sku", 3))};
        LedgerReading next = purchased(7);
        append(lease, batch);
        append(lease, next);
        List<SeriesHistory> once = histories();

        append(lease, batch);
        append(lease, next);
        finish(lease);

        assertThat(histories()).isEqualTo(once);
        assertThat(values(purchases())).containsExactly(FIVE, SEVEN);
    }

    @Test
    void aCompleteReadingReplacesTheFailureOfTheSameRun() {
        record(1, () -> Stream.of(purchaseFailed(FailureKind.TIMED_OUT), purchased(5)));

        assertThat(purchasedAt(noonAfter(1))).isEqualTo(FIVE);
        assertThat(purchases().unread()).isEmpty();
    }

    @Test
    void aFailureDoesNotReplaceACompleteReadingOfTheSameRun() {
        record(1, () -> Stream.of(purchased(5), purchaseFailed(FailureKind.TIMED_OUT)));

        assertThat(purchasedAt(noonAfter(1))).isEqualTo(FIVE);
    }

    @Test
    void readingsOfAVendorWithoutAnAccountAreRefusedWithTheirBatch() {
        LedgerLease lease = begin();
        LedgerReading foreign = customer(new CustomerId(LICENSES, "cafe"));

        refused(ledger().append(lease, List.of(purchased(5), foreign)), LedgerException.Kind.CONFLICT);

        finish(lease);
        assertThat(histories()).isEmpty();
    }

    // Not read, zero and gone

    @Test
    void aFailedReadingIsNeitherZeroNorGone() {
        record(1, () -> Stream.of(purchased(5), licenses(license("sku", 3)), tenantSeats(seats(TENANT, 2))));
        record(
                2,
                () -> Stream.of(
                        purchaseFailed(FailureKind.TIMED_OUT),
                        licensesFailed(FailureKind.UNAVAILABLE),
                        tenantSeatsFailed(FailureKind.RATE_LIMITED)));

        assertThat(histories()).allSatisfy(history -> {
            assertThat(history.intervals()).hasSize(1);
            assertThat(history.intervals().get(0).isGone()).isFalse();
            assertThat(history.intervals().get(0).lastRead()).isBefore(night(2));
            assertThat(history.unread()).containsExactly(night(2));
        });
    }

    @Test
    void aRunThatReadsNothingChangesNoCount() {
        record(1, () -> Stream.of(customer(CAFE), purchased(5), listingEnded()));
        record(2, Stream::of);

        assertThat(values(purchases())).containsExactly(FIVE);
        assertThat(purchases().unread()).containsExactly(night(2));
        assertThat(listed(CAFE).unread()).containsExactly(night(2));
        assertThat(customersAt(noonAfter(2))).containsExactly(CAFE);
    }

    @Test
    void runsOfOtherVendorsLeaveNothingUnread() {
        record(1, () -> Stream.of(purchased(5)));
        record(2, start(LICENSES), Stream::of);

        assertThat(purchases().unread()).isEmpty();
    }

    @Test
    void aChangeAfterAGapHasTheLastReadingBefore() {
        record(1, () -> Stream.of(purchased(5)));
        record(2, () -> Stream.of(purchased(5)));
        record(3, () -> Stream.of(purchaseFailed(FailureKind.TIMED_OUT)));
        record(4, () -> Stream.of(purchased(7)));

        CountInterval before = purchases().intervals().get(0);
        assertThat(before.lastRead()).isEqualTo(night(2));
        assertThat(before.until()).isEqualTo(night(4).plusSeconds(1));
        assertThat(purchases().unread()).containsExactly(night(3));
    }

    @Test
    void aProductThatIsNotFoundIsGoneUntilItIsReadAgain() {
        record(1, () -> Stream.of(purchased(5)));
        record(2, () -> Stream.of(purchaseFailed(FailureKind.NOT_FOUND)));
        record(3, () -> Stream.of(purchaseFailed(FailureKind.NOT_FOUND)));
        record(4, () -> Stream.of(purchased(5)));

        assertThat(values(purchases())).containsExactly(FIVE, null, FIVE);
        CountInterval gone = purchases().intervals().get(1);
        assertThat(gone.since()).isEqualTo(night(2).plusSeconds(1));
        assertThat(gone.lastRead()).isEqualTo(gone.since());
        assertThat(gone.provenance().vendor()).isEqualTo(ACME);
        assertThat(gone.provenance().operation()).isEqualTo(Dataset.PRODUCT_SEATS.label());
        assertThat(purchases().unread()).isEmpty();
        assertThat(readings(Dataset.PRODUCT_SEATS, noonAfter(3)))
                .singleElement()
                .satisfies(reading -> {
                    assertThat(((LedgerReading.PurchasedSeatsRead) reading).seats())
                            .isNull();
                    assertThat(reading.failure()).isNull();
                });
    }

    @Test
    void aProductThatWasNeverFoundIsACompleteReading() {
        record(1, () -> Stream.of(purchaseFailed(FailureKind.NOT_FOUND)));

        assertThat(histories()).isEmpty();
        assertThat(readings(Dataset.PRODUCT_SEATS, noonAfter(1)))
                .singleElement()
                .satisfies(reading -> {
                    assertThat(((LedgerReading.PurchasedSeatsRead) reading).product())
                            .isEqualTo(BACKUP);
                    assertThat(((LedgerReading.PurchasedSeatsRead) reading).seats())
                            .isNull();
                    assertThat(reading.failure()).isNull();
                });
    }

    @Test
    void aListingOfTenantSeatsThatIsNotFoundHasFailed() {
        record(1, () -> Stream.of(tenantSeats(seats(TENANT, 2))));
        record(2, () -> Stream.of(tenantSeatsFailed(FailureKind.NOT_FOUND)));

        assertThat(values(history(item -> true, CountMetric.ASSIGNED))).containsExactly(Quantity.of(2));
        assertThat(readings(Dataset.TENANT_SEATS, noonAfter(2)))
                .singleElement()
                .satisfies(reading -> assertThat(reading.failure()).isNotNull());
    }

    @Test
    void aTenantThatACompleteListingLacksIsGone() {
        record(1, () -> Stream.of(tenantSeats(seats(TENANT, 2), seats(OTHER_TENANT, 4))));
        record(2, () -> Stream.of(tenantSeats(seats(OTHER_TENANT, 4))));

        assertThat(values(history(item -> TENANT.equals(item.tenant()), CountMetric.ASSIGNED)))
                .containsExactly(Quantity.of(2), null);
        assertThat(values(history(item -> TENANT.equals(item.tenant()), CountMetric.AVAILABLE)))
                .containsExactly(Quantity.unreported(), null);
        assertThat(values(history(item -> OTHER_TENANT.equals(item.tenant()), CountMetric.ASSIGNED)))
                .containsExactly(Quantity.of(4));
        assertThat(tenantSeatsAt(noonAfter(2))).containsExactly(seats(OTHER_TENANT, 4));
        assertThat(tenantSeatsAt(noonAfter(1))).containsExactly(seats(TENANT, 2), seats(OTHER_TENANT, 4));
    }

    @Test
    void tenantsAreItemsOfTheirKind() {
        record(1, () -> Stream.of(tenantSeats(seats(TENANT, 2))));

        assertThat(histories())
                .extracting(history -> history.series().item())
                .containsOnly(new LedgerItem(CAFE, LedgerItem.Kind.TENANT, TENANT, "MICROSOFT_365", 0));
    }

    @Test
    void anEmptyCompleteListingOfLicensesMakesThemGone() {
        record(1, () -> Stream.of(licenses(license("sku", 5))));
        record(2, () -> Stream.of(licenses()));

        assertThat(values(history(item -> true, CountMetric.PURCHASED))).containsExactly(FIVE, null);
        assertThat(readings(Dataset.LICENSES, noonAfter(2))).hasSize(1);
        assertThat(licensesAt(noonAfter(2))).isEmpty();
    }

    @Test
    void theLicensesOfATenantThatTheCustomerNoLongerHasAreGone() {
        record(1, () -> Stream.of(customer(cafeWith(TENANT, OTHER_TENANT)), licenses(license("sku", 5))));
        record(2, () -> Stream.of(customer(cafeWith(OTHER_TENANT))));

        SeriesHistory purchased = history(item -> item.kind() == LedgerItem.Kind.SKU, CountMetric.PURCHASED);
        assertThat(values(purchased)).containsExactly(FIVE, null);
        assertThat(purchased.unread()).isEmpty();
        assertThat(readings(Dataset.LICENSES, noonAfter(2))).isEmpty();
        assertThat(licensesAt(noonAfter(1))).hasSize(1);
    }

    @Test
    void anIncompleteListOfTenantsEndsNoLicenses() {
        record(1, () -> Stream.of(customer(cafeWith(TENANT)), licenses(license("sku", 5))));
        record(2, () -> Stream.of(customer(CAFE)));
        record(
                3,
                () -> Stream.of(customer(Customer.builder(CAFE)
                        .tenants(List.of())
                        .tenantsWithoutId(1)
                        .build())));

        SeriesHistory purchased = history(item -> item.kind() == LedgerItem.Kind.SKU, CountMetric.PURCHASED);
        assertThat(values(purchased)).containsExactly(FIVE);
        assertThat(purchased.unread()).containsExactly(night(2), night(3));
    }

    // Customers that leave

    @Test
    void aCustomerThatACompleteListingLacksIsGoneWithAllItsCounts() {
        record(
                1,
                () -> Stream.concat(
                        listing(CAFE, BAKERY),
                        Stream.of(purchased(5), licenses(license("sku", 3)), tenantSeats(seats(TENANT, 2)))));
        record(2, () -> listing(BAKERY));

        Instant listingEnd = night(2).plusSeconds(2);
        assertThat(histories())
                .filteredOn(history -> history.series().item().customer().equals(CAFE))
                .hasSize(8)
                .allSatisfy(history -> {
                    assertThat(history.intervals()).hasSize(2);
                    assertThat(history.intervals().get(1).isGone()).isTrue();
                    assertThat(history.intervals().get(1).since()).isEqualTo(listingEnd);
                    assertThat(history.unread()).isEmpty();
                });
        assertThat(values(listed(BAKERY))).containsExactly(Quantity.of(1));
        assertThat(customersAt(noonAfter(2))).containsExactly(BAKERY);
        assertThat(readings(Dataset.LICENSES, noonAfter(2))).isEmpty();
        assertThat(customersAt(noonAfter(1))).containsExactly(CAFE, BAKERY);
        assertThat(licensesAt(noonAfter(1))).hasSize(1);
    }

    @Test
    void aCustomerIsGoneOnlyWhenItsRunEnds() {
        record(1, () -> listing(CAFE, BAKERY));
        setClock(night(2));
        LedgerLease lease = begin();
        append(lease, listing(BAKERY).toArray(LedgerReading[]::new));
        assertThat(values(listed(CAFE))).containsExactly(Quantity.of(1));

        finish(lease);

        assertThat(values(listed(CAFE))).containsExactly(Quantity.of(1), null);
    }

    @Test
    void aListingThatEndsEarlyMakesNoCustomerGone() {
        record(1, () -> listing(CAFE, BAKERY));
        record(2, () -> Stream.of(customer(BAKERY), listingFailed()));

        assertThat(values(listed(CAFE))).containsExactly(Quantity.of(1));
        assertThat(listed(CAFE).unread()).containsExactly(night(2));
        assertThat(listed(BAKERY).unread()).isEmpty();
        TestSubscriber.Outcome<Observed<Customer>> outcome =
                TestSubscriber.everything(ledger().customers(ACME, noonAfter(2)));
        assertThat(outcome.rows()).extracting(row -> row.value().id()).containsExactly(CAFE, BAKERY);
        assertReplayed(outcome.failure(), failure(FailureKind.TIMED_OUT, Dataset.CUSTOMERS));
        assertThat(customersAt(noonAfter(1))).containsExactly(CAFE, BAKERY);
    }

    @Test
    void aRunWithoutAListingMakesNoCustomerGone() {
        record(1, () -> listing(CAFE, BAKERY));
        record(2, () -> Stream.of(customer(BAKERY)));

        assertThat(customersAt(noonAfter(2))).containsExactly(CAFE, BAKERY);
    }

    @Test
    void aCustomerThatComesBackHasOnlyWhatIsReadAgain() {
        record(1, () -> Stream.concat(listing(CAFE, BAKERY), Stream.of(purchased(5), licenses(license("sku", 3)))));
        record(2, () -> listing(BAKERY));
        record(3, () -> listing(CAFE, BAKERY));
        record(4, () -> Stream.concat(listing(CAFE, BAKERY), Stream.of(purchased(7))));

        assertThat(values(listed(CAFE))).containsExactly(Quantity.of(1), null, Quantity.of(1));
        assertThat(values(purchases())).containsExactly(FIVE, null, SEVEN);
        assertThat(purchases().unread()).isEmpty();
        assertThat(readings(Dataset.PRODUCT_SEATS, noonAfter(3))).isEmpty();
        assertThat(readings(Dataset.LICENSES, noonAfter(4))).isEmpty();
        assertThat(purchasedAt(noonAfter(4))).isEqualTo(SEVEN);
        assertThat(customersAt(noonAfter(3))).containsExactly(CAFE, BAKERY);
    }

    // Scope of an account

    @Test
    void aQuarterOfTheCustomersMissingMakesTheRunSuspectAndNoCustomerGone() {
        record(1, () -> listing(customers(1, 20)));
        LedgerRun run = record(2, () -> listing(customers(6, 20)));

        assertThat(run.suspect()).isEqualTo(suspect(5));
        assertThat(run(run.id())).isEqualTo(run);
        assertThat(customersAt(noonAfter(2))).hasSize(20);
        assertThat(listed(customers(1, 1)[0]).unread()).containsExactly(night(2));
    }

    @Test
    void fourMissingCustomersAreGone() {
        record(1, () -> listing(customers(1, 5)));
        LedgerRun run = record(2, () -> listing(customers(5, 5)));

        assertThat(run.suspect()).isEmpty();
        assertThat(customersAt(noonAfter(2))).containsExactly(customers(5, 5));
    }

    @Test
    void aTenthOfTheCustomersMissingIsGone() {
        record(1, () -> listing(customers(1, 50)));
        LedgerRun run = record(2, () -> listing(customers(6, 50)));

        assertThat(run.suspect()).isEmpty();
        assertThat(customersAt(noonAfter(2))).hasSize(45);
    }

    @Test
    void moreThanATenthOfTheCustomersMissingIsSuspect() {
        record(1, () -> listing(customers(1, 49)));

        assertThat(record(2, () -> listing(customers(6, 49))).suspect()).isEqualTo(suspect(5));
    }

    @Test
    void newCustomersDoNotHideMissingOnes() {
        record(1, () -> listing(customers(1, 20)));

        assertThat(record(2, () -> listing(customers(6, 60))).suspect()).isEqualTo(suspect(5));
    }

    @Test
    void acceptingASuspectRunMakesItsMissingCustomersGoneSinceThatRun() {
        record(1, () -> listing(customers(1, 20)));
        LedgerRun suspect = record(2, () -> listing(customers(6, 20)));
        LedgerRun next = record(3, () -> listing(customers(6, 20)));
        assertThat(next.suspect()).isEqualTo(suspect(5));

        LedgerRun accepted = Await.result(ledger().accept(suspect.id()));

        assertThat(accepted.suspect()).isEmpty();
        assertThat(run(suspect.id()).suspect()).isEmpty();
        assertThat(run(next.id()).suspect())
                .as("a later run that lacks the same customers")
                .isEmpty();
        SeriesHistory missing = listed(customers(1, 1)[0]);
        assertThat(values(missing)).containsExactly(Quantity.of(1), null);
        assertThat(missing.intervals().get(1).since()).isEqualTo(night(2).plusSeconds(16));
        assertThat(missing.unread()).isEmpty();
        assertThat(customersAt(noonAfter(2))).hasSize(15);
        assertThat(customersAt(noonAfter(1))).hasSize(20);
    }

    @Test
    void acceptingALaterSuspectRunClearsTheEarlierOnes() {
        record(1, () -> listing(customers(1, 20)));
        LedgerRun suspect = record(2, () -> listing(customers(6, 20)));
        LedgerRun next = record(3, () -> listing(customers(6, 20)));

        Await.result(ledger().accept(next.id()));

        assertThat(run(suspect.id()).suspect()).isEmpty();
        assertThat(customersAt(noonAfter(2))).hasSize(20);
        assertThat(customersAt(noonAfter(3))).hasSize(15);
    }

    @Test
    void customersThatALaterRunReadStayWhenASuspectRunIsAccepted() {
        record(1, () -> listing(customers(1, 20)));
        LedgerRun suspect = record(2, () -> listing(customers(7, 20)));
        record(3, () -> Stream.of(customer(customers(1, 1)[0])));
        assertThat(run(suspect.id()).suspect()).isEqualTo(suspect(5));

        Await.result(ledger().accept(suspect.id()));

        assertThat(values(listed(customers(1, 1)[0]))).containsExactly(Quantity.of(1));
        assertThat(values(listed(customers(2, 2)[0]))).containsExactly(Quantity.of(1), null);
    }

    @Test
    void aRunIsNoLongerSuspectWhenItsCustomersAreListedAgain() {
        record(1, () -> listing(customers(1, 20)));
        LedgerRun suspect = record(2, () -> listing(customers(6, 20)));
        record(3, () -> listing(customers(1, 20)));

        assertThat(run(suspect.id()).suspect()).isEmpty();
        assertThat(histories())
                .allSatisfy(history -> assertThat(history.intervals()).hasSize(1));
    }

    @Test
    void onlySuspectRunsCanBeAccepted() {
        LedgerRun run = record(1, () -> listing(CAFE));

        LedgerException conflict = refused(ledger().accept(run.id()), LedgerException.Kind.CONFLICT);
        LedgerException unknown = refused(ledger().accept(run.id() + 1), LedgerException.Kind.NOT_FOUND);

        assertThat(conflict.getMessage()).contains("run " + run.id());
        assertThat(unknown.getMessage()).contains("run " + (run.id() + 1));
    }

    // Accounts

    @Test
    void anotherAccountHasItsOwnHistory() {
        record(1, account("account-1", ACME), () -> Stream.concat(listing(customers(1, 20)), Stream.of(purchased(5))));
        LedgerRun run =
                record(2, account("account-2", ACME), () -> Stream.concat(listing(BAKERY), Stream.of(purchased(7))));

        assertThat(run.suspect()).isEmpty();
        assertThat(run.accounts()).isEqualTo(account("account-2", ACME).accounts());
        assertThat(values(purchases())).containsExactly(SEVEN);
        assertThat(customersAt(noonAfter(2))).containsExactly(BAKERY);
        assertThat(customersAt(noonAfter(1))).hasSize(20);
        assertThat(purchasedAt(noonAfter(1))).isEqualTo(FIVE);
        List<SeriesHistory> before = rows(ledger().histories(HistoryQuery.between(night(1), noonAfter(1))));
        assertThat(before).hasSize(21);
    }

    @Test
    void theHistoryOfAnAccountGoesOnWhenItIsUsedAgain() {
        record(1, account("account-1", ACME), () -> Stream.of(purchased(5)));
        record(2, account("account-2", ACME), () -> Stream.of(purchased(9)));
        record(3, account("account-1", ACME), () -> Stream.of(purchased(7)));

        assertThat(values(purchases())).containsExactly(FIVE, SEVEN);
        assertThat(purchases().unread()).isEmpty();
    }

    @Test
    void anotherAccountOfOneVendorLeavesTheOtherVendorAlone() {
        CustomerId licensed = new CustomerId(LICENSES, "cafe");
        record(1, start(ACME, LICENSES), () -> Stream.of(customer(CAFE), customer(licensed)));
        setClock(night(2));
        LedgerLease lease =
                Await.result(ledger().begin(new RunStart("1.0", Map.of(ACME, "account-1", LICENSES, "account-2"))));
        append(lease, customer(CAFE), customer(licensed));
        finish(lease);

        assertThat(listed(CAFE).intervals().get(0).since()).isBefore(night(2));
        assertThat(listed(licensed).intervals().get(0).since()).isAfter(night(2));
    }

    // Runs and leases

    @Test
    void runsAreListedLatestFirst() {
        LedgerRun first = record(1, () -> Stream.of(purchased(5)));
        LedgerRun second = record(2, () -> Stream.of(purchaseFailed(FailureKind.TIMED_OUT)));
        setClock(night(3));
        LedgerLease third = begin();

        assertThat(rows(ledger().runs()))
                .extracting(LedgerRun::id)
                .containsExactly(third.runId(), second.id(), first.id());
        assertThat(first.status()).isEqualTo(LedgerRun.Status.COMPLETE);
        assertThat(first.finished()).isEqualTo(night(1).plusSeconds(1));
        assertThat(first.version()).isEqualTo("1.0");
        assertThat(second.status()).isEqualTo(LedgerRun.Status.INCOMPLETE);
        assertThat(run(third.runId()).status()).isEqualTo(LedgerRun.Status.STARTED);
        assertThat(run(third.runId()).finished()).isNull();
        assertThat(third.runId()).isGreaterThan(second.id());
    }

    @Test
    void aSecondRunOfAnAccountIsRefusedWhileTheFirstIsUnderWay() {
        SeatLedger second = open(this::now);
        LedgerLease lease = begin();
        advance(Duration.ofSeconds(59));

        LedgerException busy = refused(second.begin(start(ACME)), LedgerException.Kind.BUSY);
        LedgerException both = refused(second.begin(start(LICENSES, ACME)), LedgerException.Kind.BUSY);

        assertThat(busy.getMessage()).contains("run " + lease.runId(), "acme");
        assertThat(both.getMessage()).contains("acme");
        assertThat(rows(ledger().runs())).hasSize(1);
        append(lease, purchased(5));
        finish(lease);
        Await.result(second.begin(start(LICENSES, ACME)));
    }

    @Test
    void runsOfOtherAccountsAreNotRefused() {
        begin();

        Await.result(ledger().begin(start(LICENSES)));
        Await.result(ledger().begin(account("account-2", ACME)));
        assertThat(rows(ledger().runs())).hasSize(3);
    }

    @Test
    void theLeaseOfAKilledRunIsTakenOver() {
        SeatLedger second = open(this::now);
        LedgerLease killed = begin();
        append(killed, purchased(5));
        advance(Duration.ofSeconds(61));

        LedgerLease lease = Await.result(second.begin(start(ACME)));

        assertThat(lease.epoch()).isGreaterThan(killed.epoch());
        LedgerException lost = refused(ledger().append(killed, List.of(purchased(9))), LedgerException.Kind.LEASE_LOST);
        assertThat(lost.getMessage()).contains("run " + killed.runId());
        refused(ledger().append(killed, List.of()), LedgerException.Kind.LEASE_LOST);
        refused(ledger().finish(killed, true), LedgerException.Kind.LEASE_LOST);
        Await.result(second.append(lease, List.of(purchased(7))));
        Await.result(second.finish(lease, true));
        assertThat(values(purchases())).containsExactly(FIVE, SEVEN);
    }

    @Test
    void appendingRenewsTheLease() {
        LedgerLease lease = begin();
        advance(Duration.ofSeconds(40));
        append(lease, purchased(5));
        advance(Duration.ofSeconds(40));
        append(lease);
        advance(Duration.ofSeconds(40));

        refused(ledger().begin(start(ACME)), LedgerException.Kind.BUSY);
    }

    @Test
    void anEndedRunRecordsNothingMore() {
        LedgerLease lease = begin();
        finish(lease);

        refused(ledger().append(lease, List.of(purchased(5))), LedgerException.Kind.LEASE_LOST);
        refused(ledger().finish(lease, true), LedgerException.Kind.LEASE_LOST);
        assertThat(histories()).isEmpty();
    }

    @Test
    void aKilledRunLeavesItsBatchesAndTheNextRunCompletesThem() {
        record(1, () -> Stream.concat(listing(CAFE, BAKERY), Stream.of(purchased(5), licenses(license("sku", 3)))));
        setClock(night(2));
        append(Await.result(ledger().begin(start(ACME))), customer(BAKERY), listingEnded(), purchased(7));

        setClock(noonAfter(2));
        assertThat(values(purchases())).containsExactly(FIVE, SEVEN);
        assertThat(history(item -> item.kind() == LedgerItem.Kind.SKU, CountMetric.PURCHASED)
                        .unread())
                .containsExactly(night(2));
        assertThat(customersAt(noonAfter(2))).containsExactly(CAFE, BAKERY);

        record(3, () -> Stream.concat(listing(CAFE, BAKERY), Stream.of(purchased(7), licenses(license("sku", 4)))));

        assertThat(values(purchases())).containsExactly(FIVE, SEVEN);
        assertThat(purchases().intervals().get(1).lastRead()).isEqualTo(night(3));
        assertThat(values(history(item -> item.kind() == LedgerItem.Kind.SKU, CountMetric.PURCHASED)))
                .containsExactly(Quantity.of(3), Quantity.of(4));
        assertThat(values(listed(CAFE))).containsExactly(Quantity.of(1));
    }

    @Test
    void aSecondLedgerReadsWhatTheFirstRecorded() {
        record(1, () -> Stream.concat(listing(CAFE), Stream.of(purchased(5))));
        SeatLedger second = open(this::now);

        assertThat(rows(second.histories(HistoryQuery.between(night(1), LATER))))
                .isEqualTo(histories());
        assertThat(rows(second.runs())).isEqualTo(rows(ledger().runs()));
        assertThat(rows(second.customers(ACME, LATER))).isEqualTo(rows(ledger().customers(ACME, LATER)));
    }

    @Test
    void aClockThatJumpsBackDoesNotTurnTheHistoryRound() {
        record(5, () -> Stream.of(purchased(5)));
        LedgerRun early = record(3, () -> Stream.of(purchased(7)));
        LedgerRun late = record(6, () -> Stream.of(purchased(5)));

        Instant lastInstantBefore = night(5).plusSeconds(1);
        assertThat(early.started()).isEqualTo(lastInstantBefore);
        assertThat(early.finished()).isEqualTo(lastInstantBefore);
        assertThat(late.started()).isEqualTo(night(6));
        List<SeriesHistory> all = rows(ledger().histories(HistoryQuery.between(night(1), LATER)));
        assertThat(all).singleElement().satisfies(history -> {
            assertThat(values(history)).containsExactly(FIVE, SEVEN, FIVE);
            assertThat(history.intervals().get(1).since()).isEqualTo(lastInstantBefore);
            assertThat(history.intervals().get(2).since()).isEqualTo(night(6).plusSeconds(1));
        });
        assertThat(purchasedAt(noonAfter(5))).isEqualTo(SEVEN);
    }

    @Test
    void aReadingTakesEffectNotBeforeTheStartOfItsRun() {
        setClock(night(2));
        LedgerLease lease = begin();
        setClock(night(1));
        append(lease, purchased(5));

        assertThat(purchases().intervals().get(0).since()).isEqualTo(night(2));
    }

    // Any past moment

    @Test
    void anyPastMomentHasTheReadingsOfThatMoment() {
        record(1, () -> Stream.of(customer(CAFE), purchased(5), licenses(license("sku", 3))));
        record(2, () -> Stream.of(customer(CAFE), purchased(7), licensesFailed(FailureKind.UNAVAILABLE)));
        record(3, () -> Stream.of(customer(CAFE), licenses(license("sku", 4), license("other", 1))));

        assertThat(readings(Dataset.PRODUCT_SEATS, night(1))).isEmpty();
        assertThat(purchasedAt(noonAfter(1))).isEqualTo(FIVE);
        assertThat(purchasedAt(noonAfter(2))).isEqualTo(SEVEN);
        assertThat(purchasedAt(noonAfter(3))).as("not read in the last run").isEqualTo(SEVEN);
        assertThat(licensesAt(noonAfter(1))).containsExactly(license("sku", 3));
        assertThat(readings(Dataset.LICENSES, noonAfter(2))).singleElement().satisfies(reading -> {
            assertThat(((LedgerReading.LicensesRead) reading).rows()).isEmpty();
            assertReplayed(reading.failure(), failure(FailureKind.UNAVAILABLE, Dataset.LICENSES));
            assertThat(reading.at()).isEqualTo(night(2).plusSeconds(3));
        });
        assertThat(licensesAt(noonAfter(3))).containsExactly(license("sku", 4), license("other", 1));
    }

    @Test
    void aMomentBeforeTheFirstReadingHasNoCustomers() {
        record(2, () -> listing(CAFE));

        LedgerException refusal = refused(
                TestSubscriber.everything(ledger().customers(ACME, noonAfter(1)))
                        .failure(),
                LedgerException.Kind.NOT_FOUND);
        assertThat(refusal.getMessage()).contains("acme");
    }

    @Test
    void aRowHasTheResponseWithTheLatestChangeOfItsCounts() {
        record(1, () -> Stream.of(customer(CAFE), licenses(license("same", 3), license("other", 3))));
        record(2, () -> Stream.of(customer(CAFE), licenses(license("same", 3), license("other", 4))));

        List<Observed<LicenseConsumption>> rows = ((LedgerReading.LicensesRead)
                        readings(Dataset.LICENSES, noonAfter(2)).get(0))
                .rows();
        Instant first = night(1).plusSeconds(2);
        Instant second = night(2).plusSeconds(2);
        assertThat(rows)
                .extracting(Observed::provenance)
                .containsExactly(
                        new Provenance(ACME, Dataset.LICENSES.label(), first, "request-" + first),
                        new Provenance(ACME, Dataset.LICENSES.label(), second, "request-" + second));
        assertThat(rows(ledger().customers(ACME, noonAfter(2))))
                .extracting(row -> row.provenance().at())
                .containsExactly(night(1).plusSeconds(1));
    }

    @Test
    void rowsAreOrderedByTheirFirstRecording() {
        record(1, () -> Stream.of(customer(BAKERY), customer(CAFE), licenses(license("b", 1), license("a", 1))));
        record(
                2,
                () -> Stream.of(
                        customer(CAFE), customer(BAKERY), licenses(license("0", 1), license("a", 1), license("b", 1))));

        assertThat(customersAt(noonAfter(2))).containsExactly(BAKERY, CAFE);
        assertThat(licensesAt(noonAfter(2)))
                .extracting(row -> row.sku().value())
                .containsExactly("b", "a", "0");
    }

    @Test
    void eachRequestedPartHasItsOwnReading() {
        record(
                1,
                () -> Stream.of(
                        licenses(license("sku", 3)),
                        licenses(OTHER_TENANT),
                        purchased(5),
                        purchased(CAFE, ARCHIVE, Quantity.of(1)),
                        purchased(BAKERY, BACKUP, Quantity.of(9))));

        assertThat(readings(Dataset.LICENSES, noonAfter(1)))
                .extracting(reading -> ((LedgerReading.LicensesRead) reading).tenant())
                .containsExactly(TENANT, OTHER_TENANT);
        assertThat(readings(Dataset.PRODUCT_SEATS, noonAfter(1)))
                .extracting(reading -> ((LedgerReading.PurchasedSeatsRead) reading).product())
                .containsExactly(BACKUP, ARCHIVE);
        assertThat(readings(Dataset.TENANT_SEATS, noonAfter(1))).isEmpty();
        assertThat(readings(Dataset.CUSTOMERS, noonAfter(1))).isEmpty();
    }

    // Facts

    @Test
    void theFactsOfACustomerAreKept() {
        Customer first = Customer.builder(CAFE)
                .organization("Café Größe 日本 😀")
                .ownerEmail("owner@example.com")
                .status(CustomerServiceStatus.MULTIPLE_ISSUES, "Some Issues")
                .country("Ivory Coast")
                .tenants(List.of(
                        new Tenant(TENANT, "Main", TenantKind.MICROSOFT_365),
                        new Tenant(OTHER_TENANT, null, TenantKind.UNKNOWN, Instant.parse("2025-05-05T05:05:05Z"))))
                .tenantsWithoutId(2)
                .deletedAt(Instant.parse("2026-10-31T23:59:59Z"))
                .build();
        Customer second = Customer.builder(CAFE).build();
        Customer third = Customer.builder(CAFE).tenants(List.of()).build();
        record(1, () -> Stream.of(customer(first)));
        record(2, () -> Stream.of(customer(second)));
        record(3, () -> Stream.of(customer(third)));

        assertThat(customerAt(noonAfter(1))).isEqualTo(first);
        assertThat(customerAt(noonAfter(2))).isEqualTo(second);
        assertThat(customerAt(noonAfter(2)).tenants()).isEmpty();
        assertThat(customerAt(noonAfter(3)).tenants()).contains(List.of());
        assertThat(values(listed(CAFE))).containsExactly(Quantity.of(1));
        assertThat(readings(Dataset.CUSTOMERS, noonAfter(1)))
                .singleElement()
                .satisfies(reading -> assertThat(((LedgerReading.CustomerRead) reading)
                                .customer()
                                .value())
                        .isEqualTo(first));
    }

    @Test
    void theFactsOfALicenseAreKept() {
        LicenseConsumption rich = new LicenseConsumption(
                CAFE,
                TENANT,
                new SkuId("sku"),
                null,
                Quantity.of(3),
                Quantity.unreported(),
                Quantity.of(-4),
                Quantity.unlimited(),
                new LapsedLicenses(Quantity.of(1), Quantity.unreported(), Quantity.of(0)),
                false,
                List.of(new Offer("Offer A", BillingCycle.ANNUAL), new Offer("Offer B", BillingCycle.UNKNOWN)),
                Instant.parse("2027-01-31T00:00:00Z"));
        record(1, () -> Stream.of(licenses(rich)));
        record(2, () -> Stream.of(licenses(license("sku", 3))));
        record(3, () -> Stream.of(licenses(rich)));

        assertThat(licensesAt(noonAfter(1))).containsExactly(rich);
        assertThat(licensesAt(noonAfter(2))).containsExactly(license("sku", 3));
        assertThat(licensesAt(noonAfter(3))).containsExactly(rich);
    }

    @Test
    void absentStatesAreNotUnreportedStates() {
        record(1, () -> Stream.of(licenses(license("sku", FIVE, LapsedLicenses.unreported()))));
        record(2, () -> Stream.of(licenses(license("sku", FIVE, null))));
        record(
                3,
                () -> Stream.of(licenses(
                        license("sku", FIVE, new LapsedLicenses(Quantity.of(1), Quantity.of(2), Quantity.of(3))))));
        record(4, () -> Stream.of(licenses(license("sku", FIVE, null))));

        assertThat(licensesAt(noonAfter(1)).get(0).states()).isEqualTo(LapsedLicenses.unreported());
        assertThat(licensesAt(noonAfter(2)).get(0).states()).isNull();
        assertThat(licensesAt(noonAfter(3)).get(0).states())
                .isEqualTo(new LapsedLicenses(Quantity.of(1), Quantity.of(2), Quantity.of(3)));
        assertThat(licensesAt(noonAfter(4)).get(0).states()).isNull();
        assertThat(values(history(item -> true, CountMetric.SUSPENDED)))
                .containsExactly(Quantity.unreported(), Quantity.of(2), Quantity.unreported());
        assertThat(values(history(item -> true, CountMetric.PURCHASED))).containsExactly(FIVE);
    }

    @Test
    void theFactsOfSeatsAreKept() {
        Tenant deleted = new Tenant(TENANT, null, TenantKind.UNKNOWN, Instant.parse("2025-05-05T05:05:05Z"));
        TenantSeats seats = new TenantSeats(CAFE, deleted, Quantity.unreported(), Quantity.of(-2));
        record(1, () -> {
            Provenance source = source(ACME, Dataset.PRODUCT_SEATS);
            PurchasedSeats withoutCount = new PurchasedSeats(CAFE, ARCHIVE, Quantity.unreported(), true);
            return Stream.of(
                    tenantSeats(seats),
                    new LedgerReading.PurchasedSeatsRead(
                            CAFE, ARCHIVE, new Observed<>(withoutCount, source), source.at(), null));
        });
        record(2, () -> Stream.of(purchased(CAFE, ARCHIVE, Quantity.unreported())));

        assertThat(tenantSeatsAt(noonAfter(1))).containsExactly(seats);
        assertThat(seatsAt(noonAfter(1)).value().countMissing()).isTrue();
        assertThat(seatsAt(noonAfter(2)).value().countMissing()).isFalse();
        assertThat(seatsAt(noonAfter(2)).value().product()).isEqualTo(ARCHIVE);
    }

    @Test
    void severalRowsOfOneSkuStayApart() {
        record(1, () -> Stream.of(licenses(license("sku", 3), license("sku", 3), license("", 1), license("", 2))));
        record(2, () -> Stream.of(licenses(license("sku", 3), license("", 1), license("", 2))));

        assertThat(licensesAt(noonAfter(1)))
                .containsExactly(license("sku", 3), license("sku", 3), license("", 1), license("", 2));
        assertThat(licensesAt(noonAfter(2))).containsExactly(license("sku", 3), license("", 1), license("", 2));
        assertThat(values(history(item -> item.row() == 1 && item.code().equals("sku"), CountMetric.PURCHASED)))
                .containsExactly(Quantity.of(3), null);
        assertThat(values(history(item -> item.row() == 1 && item.code().isEmpty(), CountMetric.PURCHASED)))
                .containsExactly(Quantity.of(2));
    }

    @Test
    void idsKeepTheirSpellingAndGuidsJoin() {
        CustomerId braced = new CustomerId(ACME, "{3F2504E0-4F89-11D3-9A0C-0305E82C3301}");
        CustomerId plain = new CustomerId(ACME, "3f2504e04f8911d39a0c0305e82c3301");
        LedgerReading.LicensesRead[] read = new LedgerReading.LicensesRead[1];
        record(1, () -> {
            Provenance source = source(ACME, Dataset.LICENSES);
            TenantId tenant = new TenantId("3F2504E0-4F89-11D3-9A0C-0305E82C3301");
            LicenseConsumption row = new LicenseConsumption(
                    braced,
                    tenant,
                    new SkuId("{6FD2C87F-B296-42F0-B197-1E91E994B900}"),
                    null,
                    FIVE,
                    FIVE,
                    FIVE,
                    FIVE,
                    List.of());
            read[0] = new LedgerReading.LicensesRead(
                    braced, tenant, List.of(new Observed<>(row, source)), source.at(), null);
            return Stream.concat(listing(braced), Stream.of(read[0]));
        });

        assertThat(customersAt(noonAfter(1))).extracting(CustomerId::value).containsExactly(braced.value());
        LedgerReading.LicensesRead replayed =
                (LedgerReading.LicensesRead) Await.result(ledger().readings(plain, Dataset.LICENSES, noonAfter(1)))
                        .get(0);
        assertThat(replayed.tenant().value()).isEqualTo(read[0].tenant().value());
        assertThat(replayed.rows().get(0).value().sku().value()).isEqualTo("{6FD2C87F-B296-42F0-B197-1E91E994B900}");
        assertThat(replayed.rows().get(0).value().tenant().value())
                .isEqualTo(read[0].tenant().value());
        assertThat(history(item -> item.kind() == LedgerItem.Kind.SKU, CountMetric.PURCHASED)
                        .series()
                        .item()
                        .code())
                .isEqualTo("6fd2c87f-b296-42f0-b197-1e91e994b900");

        record(2, () -> listing(plain));

        assertThat(values(listed(braced))).containsExactly(Quantity.of(1));
        assertThat(customersAt(noonAfter(2))).hasSize(1);
    }

    @Test
    void idsThatAreNoGuidsDifferByLetterCase() {
        record(1, () -> listing(CAFE, new CustomerId(ACME, "CAFE")));

        assertThat(customersAt(noonAfter(1))).hasSize(2);
    }

    @Test
    void historiesHaveTheNamesThatWereReportedLast() {
        record(
                1,
                () -> Stream.of(
                        customer(cafeWith(TENANT)),
                        purchased(5),
                        licenses(license("sku", 3)),
                        tenantSeats(seats(OTHER_TENANT, 2))));
        record(
                2,
                () -> Stream.of(
                        customer(Customer.builder(CAFE).organization("New name").build())));

        assertThat(purchases().names()).isEqualTo(new ItemNames("New name", null, "Backup"));
        assertThat(listed(CAFE).names()).isEqualTo(new ItemNames("New name", null, null));
        assertThat(history(item -> item.kind() == LedgerItem.Kind.SKU, CountMetric.PURCHASED)
                        .names())
                .isEqualTo(new ItemNames("New name", "Tenant " + TENANT, "Plan sku"));
        assertThat(history(item -> item.kind() == LedgerItem.Kind.TENANT, CountMetric.ASSIGNED)
                        .names())
                .isEqualTo(new ItemNames("New name", "Tenant " + OTHER_TENANT, null));
    }

    // Queries

    @Test
    void aQueryIsLimitedToItsTime() {
        record(1, () -> Stream.of(purchased(5), purchased(CAFE, ARCHIVE, FIVE)));
        record(
                2,
                () -> Stream.of(
                        purchased(7),
                        new LedgerReading.PurchasedSeatsRead(
                                CAFE, ARCHIVE, null, now(), failure(FailureKind.NOT_FOUND, Dataset.PRODUCT_SEATS))));
        record(3, () -> Stream.of(purchased(9), purchased(BAKERY, BACKUP, FIVE)));
        record(4, () -> Stream.of(purchaseFailed(FailureKind.TIMED_OUT)));
        Instant changed = night(2).plusSeconds(1);

        assertThat(query(HistoryQuery.between(changed, noonAfter(2))))
                .singleElement()
                .satisfies(history -> {
                    assertThat(values(history)).containsExactly(SEVEN);
                    assertThat(history.unread()).isEmpty();
                });
        assertThat(query(HistoryQuery.between(changed.minusSeconds(1), noonAfter(2))))
                .hasSize(2)
                .first()
                .satisfies(history -> assertThat(values(history)).containsExactly(FIVE, SEVEN));
        assertThat(query(HistoryQuery.between(noonAfter(3), noonAfter(4)))).hasSize(2);
        assertThat(query(HistoryQuery.between(night(1), changed.minusNanos(1000))))
                .allSatisfy(history -> assertThat(values(history)).containsExactly(FIVE));
    }

    @Test
    void aQueryHasTheUnreadRunsSinceItsFirstInterval() {
        record(1, () -> Stream.of(purchased(5)));
        record(2, () -> Stream.of(purchaseFailed(FailureKind.TIMED_OUT)));
        record(3, () -> Stream.of(purchased(7)));
        record(4, () -> Stream.of(purchaseFailed(FailureKind.TIMED_OUT)));

        assertThat(query(HistoryQuery.between(noonAfter(2), noonAfter(3)))
                        .get(0)
                        .unread())
                .containsExactly(night(2));
        assertThat(query(HistoryQuery.between(noonAfter(3), LATER)).get(0).unread())
                .containsExactly(night(4));
    }

    @Test
    void aQueryIsLimitedToItsCustomersAndMetrics() {
        record(
                1,
                () -> Stream.of(
                        customer(BAKERY),
                        customer(CAFE),
                        purchased(5),
                        purchased(BAKERY, BACKUP, SEVEN),
                        licenses(license("sku", 3))));
        HistoryQuery all = HistoryQuery.between(night(1), LATER);

        assertThat(query(all.forCustomers(Set.of(BAKERY))))
                .extracting(history -> history.series().item().customer())
                .containsExactly(BAKERY, BAKERY);
        assertThat(query(all.forMetrics(Set.of(CountMetric.PURCHASED, CountMetric.LISTED))))
                .extracting(history -> history.series().metric())
                .containsExactlyInAnyOrder(
                        CountMetric.LISTED,
                        CountMetric.PURCHASED,
                        CountMetric.LISTED,
                        CountMetric.PURCHASED,
                        CountMetric.PURCHASED);
        assertThat(query(all))
                .extracting(history -> history.series().item().customer())
                .isSortedAccordingTo(CustomerId::compareTo)
                .hasSize(8);
    }

    @Test
    void aQueryForChangesLeavesOutUnchangedCounts() {
        record(1, () -> Stream.of(purchased(5), purchased(CAFE, ARCHIVE, FIVE), purchased(BAKERY, BACKUP, FIVE)));
        record(2, () -> Stream.of(purchased(5), purchased(CAFE, ARCHIVE, SEVEN), purchased(BAKERY, ARCHIVE, FIVE)));

        assertThat(query(HistoryQuery.between(noonAfter(1), LATER).changed()))
                .extracting(history -> history.series().item())
                .containsExactly(
                        new LedgerItem(BAKERY, LedgerItem.Kind.PRODUCT, null, "4096", 0),
                        new LedgerItem(CAFE, LedgerItem.Kind.PRODUCT, null, "4096", 0));
        assertThat(query(HistoryQuery.between(noonAfter(2), LATER).changed())).isEmpty();
    }

    // Publishers

    @Test
    void publishersEmitNoMoreThanRequested() {
        record(1, () -> listing(customers(1, 4)));

        TestSubscriber<Observed<Customer>> customers =
                TestSubscriber.on(ledger().customers(ACME, noonAfter(1))).request(2);
        TestSubscriber<SeriesHistory> histories = TestSubscriber.on(
                        ledger().histories(HistoryQuery.between(night(1), LATER)))
                .request(3);

        customers.row();
        customers.row();
        customers.silence("only two rows were requested");
        assertThat(customers.request(2).rest().rows()).hasSize(2);
        histories.row();
        histories.row();
        histories.row();
        histories.silence("only three histories were requested");
        assertThat(histories.request(1).rest().rows()).hasSize(1);
    }

    @Test
    void cancellingEndsAPublisher() {
        record(1, () -> listing(customers(1, 3)));
        TestSubscriber<Observed<Customer>> subscriber =
                TestSubscriber.on(ledger().customers(ACME, noonAfter(1))).request(1);
        subscriber.row();

        subscriber.cancel();
        subscriber.request(5);

        subscriber.silence("the subscription was cancelled");
    }

    @Test
    void subscriptionsOfOnePublisherShareNoState() {
        record(1, () -> listing(customers(1, 3)));
        var customers = ledger().customers(ACME, LATER);
        var histories = ledger().histories(HistoryQuery.between(night(1), LATER));
        TestSubscriber<Observed<Customer>> first = TestSubscriber.on(customers).request(1);
        first.row();

        assertThat(TestSubscriber.everything(customers).rows()).hasSize(3);
        assertThat(first.request(9).rest().rows()).hasSize(2);
        assertThat(rows(histories)).isEqualTo(rows(histories)).hasSize(3);
    }

    // Helpers

    private List<SeriesHistory> query(HistoryQuery query) {
        return rows(ledger().histories(query));
    }

    private static Customer cafeWith(TenantId... tenants) {
        return Customer.builder(CAFE)
                .organization("Cafe")
                .tenants(Stream.of(tenants)
                        .map(tenant -> new Tenant(tenant, "Tenant " + tenant, TenantKind.MICROSOFT_365))
                        .toList())
                .build();
    }

    private Customer customerAt(Instant moment) {
        return rows(ledger().customers(ACME, moment)).get(0).value();
    }

    private Observed<PurchasedSeats> seatsAt(Instant moment) {
        LedgerReading reading = readings(Dataset.PRODUCT_SEATS, moment).get(0);
        Observed<PurchasedSeats> seats = ((LedgerReading.PurchasedSeatsRead) reading).seats();
        return Objects.requireNonNull(seats, "seats");
    }

    private Quantity purchasedAt(Instant moment) {
        return seatsAt(moment).value().purchased();
    }

    private List<TenantSeats> tenantSeatsAt(Instant moment) {
        return readings(Dataset.TENANT_SEATS, moment).stream()
                .flatMap(reading -> ((LedgerReading.TenantSeatsRead) reading).rows().stream())
                .map(Observed::value)
                .toList();
    }

    private static void assertReplayed(@Nullable Throwable actual, VendorException recorded) {
        VendorException replayed = ContractAssertions.failure(actual, recorded.kind(), recorded.vendor());
        assertThat(replayed.getMessage()).isEqualTo(recorded.getMessage());
        assertThat(replayed.explanation()).isEqualTo(recorded.explanation());
        assertThat(replayed.operation()).isEqualTo(recorded.operation());
        assertThat(replayed.status()).isEqualTo(recorded.status());
        assertThat(replayed.correlationId()).isEqualTo(recorded.correlationId());
        assertThat(replayed.missingScope()).isEqualTo(recorded.missingScope());
        assertThat(replayed.audience()).isEqualTo(recorded.audience());
    }
}
