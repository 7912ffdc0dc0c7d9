package dev.seatport.application.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.listing.Listings;
import dev.seatport.testkit.fake.InMemoryCustomerDirectory;
import io.smallrye.mutiny.Multi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerResolverTest {
    private static final Vendor ACME = new Vendor("acme");
    private static final String GUID = "5a8f18f4-4b22-4c74-b2f3-d025b2cb0c2f";

    private final InMemoryCustomerDirectory directory = new InMemoryCustomerDirectory(ACME)
            .with(
                    customer("c-1", "Fenbourne  Bäckereien B.V."),
                    customer("c-2", "Fenstead Textiles"),
                    customer("c-3", "Fenstead Textiles Holding"),
                    deleted("c-4", "Gone GmbH"),
                    customer(GUID, "Guided"));
    private final List<String> prefixMatches = new ArrayList<>();
    private final CustomerResolver resolver = new CustomerResolver(
            ACME, directory, customer -> prefixMatches.add(customer.id().value()));

    private static Customer customer(String id, String name) {
        return Customer.builder(new CustomerId(ACME, id)).organization(name).build();
    }

    private static Customer deleted(String id, String name) {
        return Customer.builder(new CustomerId(ACME, id))
                .organization(name)
                .deletedAt(Instant.EPOCH)
                .build();
    }

    private static VendorException failure(FailureKind kind) {
        return VendorException.builder(kind, ACME, "something", "went wrong").build();
    }

    private static <T> T value(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof VendorException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private String find(String text) {
        return value(resolver.find(text)).value().id().value();
    }

    @Nested
    class ACustomer {
        @Test
        void isFoundByItsIdWithoutTheListing() {
            assertThat(find("c-2")).isEqualTo("c-2");
            assertThat(directory.listings()).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"Fenbourne Bäckereien B.V.", " fenbourne bÄCKEREIEN  b.v. ", "Fenb", "fenbourne b"})
        void isFoundByItsNameOrTheBeginningOfIt(String text) {
            assertThat(find(text)).isEqualTo("c-1");
        }

        @Test
        void isTheOneWithTheExactNameAlthoughALongerNameBeginsWithIt() {
            assertThat(find("Fenstead Textiles")).isEqualTo("c-2");
            assertThat(prefixMatches).isEmpty();
        }

        @Test
        void isReportedIfTheTextIsOnlyAPartOfItsName() {
            find("Fenstead Textiles H");

            assertThat(prefixMatches).containsExactly("c-3");
        }

        @Test
        void isTheDeletedOneOnlyIfNoOtherHasTheName() {
            assertThat(find("gone gmbh")).isEqualTo("c-4");

            directory.with(customer("c-9", "Gone GmbH"));

            assertThat(find("gone gmbh")).isEqualTo("c-9");
        }

        @Test
        void isFoundByNameIfTheVendorRefusesTheTextAsAnId() {
            directory.failFind(new CustomerId(ACME, "fenb"), failure(FailureKind.INVALID_REQUEST));

            assertThat(find("fenb")).isEqualTo("c-1");
        }

        @Test
        void thatIsUnknownIsNamedInTheFailure() {
            assertThatThrownBy(() -> find("nope"))
                    .isInstanceOf(VendorException.class)
                    .hasMessage("acme customers: NOT_FOUND: customer \"nope\" was not found");
        }

        @Test
        void thatIsAmbiguousFailsWithTheCandidates() {
            assertThatThrownBy(() -> find("fen"))
                    .isInstanceOfSatisfying(VendorException.class, ambiguous -> {
                        assertThat(ambiguous.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
                        assertThat(ambiguous.attempts()).isZero();
                    })
                    .hasMessageContaining(
                            "\"fen\" is ambiguous: Fenbourne  Bäckereien B.V. (c-1), Fenstead Textiles (c-2),"
                                    + " Fenstead Textiles Holding (c-3);");
        }

        @Test
        void thatIsAmbiguousHasAtMostFiveCandidatesInTheFailure() {
            for (int i = 0; i < 1_000; i++) {
                directory.with(customer("m-" + i, "Many " + i));
            }

            assertThatThrownBy(() -> find("many")).hasMessageContaining("Many 4 (m-4) and 995 more;");
        }

        @Test
        void withAGuidIsNeverLookedUpByName() {
            String unknown = GUID.replace('5', '6');

            assertThatThrownBy(() -> find(unknown)).hasMessageContaining("customer \"" + unknown + "\" was not found");
            assertThat(directory.listings()).isZero();
        }

        @Test
        void isNotGuessedFromAListingThatBreaksOff() {
            VendorException down = failure(FailureKind.UNAVAILABLE);
            directory.failListing(2, down);

            assertThatThrownBy(() -> find("Fenbourne")).isSameAs(down);
        }

        @Test
        void isNotLookedUpByNameAfterAnotherFailure() {
            VendorException denied = failure(FailureKind.PERMISSION_DENIED);
            directory.failFind(new CustomerId(ACME, "fenb"), denied);

            assertThatThrownBy(() -> find("fenb")).isSameAs(denied);
            assertThat(directory.listings()).isZero();
        }
    }

    @Nested
    class ARequest {
        private final List<String> requested = new ArrayList<>();

        private CompletionStage<String> send(CustomerId id) {
            requested.add(id.value());
            return id.value().startsWith("c-")
                    ? CompletableFuture.completedFuture("seats of " + id.value())
                    : CompletableFuture.failedFuture(failure(FailureKind.NOT_FOUND));
        }

        @Test
        void isSentOnceForAnId() {
            assertThat(value(resolver.request("c-1", this::send))).isEqualTo("seats of c-1");
            assertThat(requested).containsExactly("c-1");
            assertThat(directory.queries()).isEmpty();
        }

        @Test
        void isSentAgainForTheCustomerWithTheName() {
            assertThat(value(resolver.request("fenb", this::send))).isEqualTo("seats of c-1");
            assertThat(requested).containsExactly("fenb", "c-1");
        }

        @Test
        void failsAsTheVendorRefusedItIfTheVendorListsTheId() {
            VendorException refusal = failure(FailureKind.NOT_FOUND);

            assertThatThrownBy(() -> value(resolver.request("c-2", id -> CompletableFuture.failedFuture(refusal))))
                    .isSameAs(refusal);
        }

        @Test
        void failsAsTheVendorRefusedItIfTheListingFailsInTheSameWay() {
            VendorException refusal = failure(FailureKind.NOT_FOUND);
            directory.failListing(0, failure(FailureKind.NOT_FOUND));

            assertThatThrownBy(() -> value(resolver.request("x", id -> CompletableFuture.failedFuture(refusal))))
                    .isSameAs(refusal);
        }
    }

    @Nested
    class AListing {
        private ListingResult<String> list(String text) throws InterruptedException {
            return Listings.await(resolver.<String>list(text, id -> switch (id.value()) {
                case "c-1" -> Multi.createFrom().items("one", "two");
                case "c-2" -> Multi.createFrom().empty();
                case "c-3" ->
                    Multi.createBy()
                            .concatenating()
                            .streams(
                                    Multi.createFrom().item("one"),
                                    Multi.createFrom().failure(failure(FailureKind.NOT_FOUND)));
                case "unknown" -> Multi.createFrom().empty();
                default -> Multi.createFrom().failure(failure(FailureKind.NOT_FOUND));
            }));
        }

        @Test
        void isThatOfTheIdOrOfTheCustomerWithTheName() throws InterruptedException {
            assertThat(list("c-1").rows()).containsExactly("one", "two");
            assertThat(directory.listings()).isZero();
            assertThat(list("fenb").rows()).containsExactly("one", "two");
            assertThat(directory.listings()).isEqualTo(1);
        }

        @Test
        void isEmptyForACustomerWithoutRows() throws InterruptedException {
            assertThat(list("c-2").complete()).isTrue();
            assertThat(list("fenstead textiles").complete()).isTrue();
        }

        @Test
        void isNoEmptyListingOfAnUnknownCustomer() throws InterruptedException {
            assertThat(list("unknown").failure().orElseThrow()).hasMessageContaining("\"unknown\" was not found");
        }

        @Test
        void thatBreaksOffKeepsItsRows() throws InterruptedException {
            ListingResult<String> broken = list("c-3");

            assertThat(broken.rows()).containsExactly("one");
            assertThat(broken.failure()).isPresent();
            assertThat(directory.listings()).isZero();
        }
    }

    /** A vendor without a request for one customer. */
    @Nested
    class ADirectoryWhoseLookupReadsTheListing {
        private final CustomerResolver listingOnly = new CustomerResolver(ACME, new ListingOnly(directory), row -> {});

        private String find(String text) {
            return value(listingOnly.find(text)).value().id().value();
        }

        private ListingResult<String> list(String text) throws InterruptedException {
            return Listings.await(listingOnly.<String>list(
                    text,
                    id -> id.value().equals("c-1")
                            ? Multi.createFrom().items("one", "two")
                            : Multi.createFrom().empty()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"c-1", "fenb", "Fenbourne Bäckereien B.V."})
        void isReadOnceForAnIdOrAName(String text) {
            assertThat(find(text)).isEqualTo("c-1");
            assertThat(directory.listings()).isEqualTo(1);
        }

        @Test
        void isReadOnceForAGuid() {
            assertThat(find(GUID)).isEqualTo(GUID);
            assertThat(directory.listings()).isEqualTo(1);
        }

        @Test
        void isReadOnceForACustomerThatItDoesNotHave() {
            assertThatThrownBy(() -> find("nope")).hasMessageContaining("customer \"nope\" was not found");
            assertThat(directory.listings()).isEqualTo(1);
        }

        @Test
        void isReadOnceForTheRowsOfACustomer() throws InterruptedException {
            assertThat(list("fenb").rows()).containsExactly("one", "two");
            assertThat(directory.listings()).isEqualTo(1);
            assertThat(list("c-2").complete()).isTrue();
            assertThat(directory.listings()).isEqualTo(2);
            assertThat(list("nope").failure().orElseThrow()).hasMessageContaining("\"nope\" was not found");
            assertThat(directory.listings()).isEqualTo(3);
        }

        @Test
        void isReadOnceForSeveralCustomers() {
            assertThat(value(listingOnly.resolve(List.of("fenb", "c-3", "nope"))))
                    .extracting(CustomerId::value)
                    .containsExactly("c-1", "c-3", "nope");
            assertThat(directory.listings()).isEqualTo(1);
        }
    }

    /** Finds a customer in the listing, as a vendor without a request for one customer does. */
    private record ListingOnly(InMemoryCustomerDirectory directory) implements CustomerDirectory {
        @Override
        public CompletionStage<Observed<Customer>> find(CustomerId id) {
            return Multi.createFrom()
                    .publisher(directory.all())
                    .filter(row -> row.value().id().equals(id))
                    .toUni()
                    .onItem()
                    .ifNull()
                    .failWith(() -> failure(FailureKind.NOT_FOUND))
                    .subscribeAsCompletionStage();
        }

        @Override
        public boolean findReadsListing() {
            return true;
        }

        @Override
        public Flow.Publisher<Observed<Customer>> all() {
            return directory.all();
        }

        @Override
        public CompletionStage<Quantity> count() {
            return directory.count();
        }

        @Override
        public CompletionStage<Long> suspectResponseCount() {
            return directory.suspectResponseCount();
        }
    }

    @Nested
    class SeveralCustomers {
        private List<String> resolve(String... texts) {
            return value(resolver.resolve(List.of(texts))).stream()
                    .map(CustomerId::value)
                    .toList();
        }

        @Test
        void areResolvedInTheirOrderWithOneListing() {
            assertThat(resolve("fenb", "c-3", "nope", "Guided", GUID))
                    .containsExactly("c-1", "c-3", "nope", GUID, GUID);
            assertThat(directory.listings()).isEqualTo(1);
        }

        @Test
        void withKnownIdsNeedNoListing() {
            assertThat(resolve("c-3", GUID, "c-1")).containsExactly("c-3", GUID, "c-1");
            assertThat(directory.listings()).isZero();
        }

        @Test
        void failIfOneIsAmbiguous() {
            assertThatThrownBy(() -> resolve("c-1", "fen")).hasMessageContaining("is ambiguous");
        }
    }
}
