package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerServiceStatus;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.testkit.wait.Await;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartnerCustomerFixturesTest {
    private StubbedAvePoint vendor;

    @BeforeAll
    void start() {
        vendor = StubbedAvePoint.start();
    }

    @BeforeEach
    void reset() {
        vendor.reset();
    }

    @AfterAll
    void stop() {
        vendor.close();
    }

    private static CustomerId id(String value) {
        return new CustomerId(AvePoint.VENDOR, value);
    }

    private static Customer documentedCustomer() {
        return Customer.builder(id("00427fbc-8832-46cf-a1d2-582fa46ec638"))
                .organization("AvePoint test")
                .ownerEmail("aptest@example.com")
                .status(CustomerServiceStatus.WORKING, "Working")
                .country("Vietnam")
                .build();
    }

    @Nested
    class OlderListing {
        private Flow.Publisher<Observed<Customer>> all(String fixture) {
            vendor.fixture("customers-listing/" + fixture + ".json");
            return vendor.connect(AvePointApiVersion.OLDER).customers().all();
        }

        @ParameterizedTest
        @ValueSource(strings = {"made", "next-link-empty", "next-link-null"})
        void isCompleteWithoutANextLink(String fixture) {
            assertThat(Await.rows(all(fixture))).containsExactly(documentedCustomer());
            assertThat(vendor.drifts()).isEmpty();
        }

        @Test
        void deliversADuplicateCustomerOnceAndReportsIt() {
            String row = "{\"id\":\"a\",\"organization\":\"A\",\"jobStatus\":\"Working\"}";
            vendor.respond(200, "{\"value\":[" + row + "," + row + "]}");

            List<Customer> customers = Await.rows(
                    vendor.connect(AvePointApiVersion.OLDER).customers().all());

            assertThat(customers).extracting(Customer::organization).containsExactly(Optional.of("A"));
            assertThat(vendor.repeated()).isEqualTo(1);
        }

        @Test
        void isIncompleteIfTwoCustomersHaveTheSameId() {
            String row = "{\"id\":\"a\",\"organization\":\"NAME\",\"jobStatus\":\"Working\"}";
            vendor.respond(
                    200,
                    "{\"value\":[" + row.replace("NAME", "A") + "," + row.replace("NAME", "Another") + ","
                            + row.replace("\"a\"", "\"b\"") + "]}");

            ListingResult<Observed<Customer>> listing = Await.listing(
                    vendor.connect(AvePointApiVersion.OLDER).customers().all());
            assertThat(Await.values(listing))
                    .extracting(customer -> customer.id().value() + " "
                            + customer.organization().orElseThrow())
                    .containsExactly("a A", "b NAME");
            assertThat(listing.failure().orElseThrow())
                    .hasMessageContaining("INCOMPLETE_LISTING: avepoint:a came more than once, with different content");
        }

        @Test
        void mayExceedTheSizeLimitOfAPage() {
            String row = "{\"id\":\"customer-NUMBER\",\"organization\":\"" + "o".repeat(160)
                    + "\",\"jobStatus\":\"Working\"}";
            String rows = IntStream.range(0, 50_000)
                    .mapToObj(number -> row.replace("NUMBER", Integer.toString(number)))
                    .collect(Collectors.joining(",", "{\"value\":[", "]}"));
            assertThat(rows).hasSizeGreaterThan(10 * 1024 * 1024);
            vendor.respond(200, rows);
            List<Customer> customers = Await.rows(
                    vendor.connect(AvePointApiVersion.OLDER).customers().all());
            assertThat(customers).hasSize(50_000);
            assertThat(customers.get(49_999).id()).isEqualTo(id("customer-49999"));
        }

        @Test
        void isOneCallWithoutABody() {
            Await.rows(all("made"));
            assertThat(vendor.calls()).singleElement().satisfies(call -> {
                assertThat(call.getMethod().value()).isEqualTo("GET");
                assertThat(call.getUrl()).isEqualTo("/partner/customers");
                assertThat(call.getBodyAsString()).isEmpty();
            });
        }

        @Test
        void isIncompleteWithANextLink() {
            ListingResult<Observed<Customer>> listing = Await.listing(all("next-link"));
            assertThat(Await.values(listing)).containsExactly(documentedCustomer());
            assertThat(listing.failure().orElseThrow())
                    .hasMessage("avepoint customers: INCOMPLETE_LISTING: the response links to more rows, "
                            + "which are not read; use the current API (correlation rq-7)");
            assertThat(vendor.calls()).hasSize(1);
        }

        @Test
        void isIncompleteIfACustomerHasNoId() {
            ListingResult<Observed<Customer>> listing = Await.listing(all("id-blank"));
            assertThat(Await.values(listing)).containsExactly(documentedCustomer());
            assertThat(listing.failure().orElseThrow())
                    .hasMessage("avepoint customers: MALFORMED_ANSWER: at $.value[1].id: missing (correlation rq-7)");
        }

        @Test
        void reportsDriftWithThePathOfTheListing() {
            Await.rows(all("statuses"));
            assertThat(vendor.drifts())
                    .containsExactly(
                            "avepoint customers $.value[*].jobStatus: an unknown status",
                            "avepoint customers $.value[*].organization: missing",
                            "avepoint customers $.value[*].ownerEmail: missing",
                            "avepoint customers $.value[*].countryOrRegion: missing",
                            "avepoint customers $.value[*].jobStatus: missing");
        }

        @Test
        void withoutRowsIsMalformed() {
            assertThat(Await.failure(all("value-missing")).kind()).isEqualTo(FailureKind.MALFORMED_ANSWER);
        }
    }

    @Nested
    class SpecificCustomer {
        private CompletionStage<Observed<Customer>> find(String fixture) {
            vendor.fixture("specific-customer/" + fixture + ".json");
            return vendor.connect().customers().find(StubbedAvePoint.CUSTOMER);
        }

        @Test
        void withAnotherIdIsMalformed() {
            vendor.fixture("specific-customer/documented.json");
            VendorException failure =
                    Await.failure(vendor.connect().customers().find(new CustomerId(AvePoint.VENDOR, "another")));
            assertThat(failure)
                    .hasMessageContaining("MALFORMED_ANSWER: at $.id: the customer id differs from the requested id");
        }

        @Test
        void withAnotherSpellingOfTheIdIsAccepted() {
            vendor.respond(200, "{\"id\":\"{11111111-AAAA-4111-8111-111111111111}\",\"organization\":\"A\"}");
            CustomerId requested = new CustomerId(AvePoint.VENDOR, "11111111-aaaa-4111-8111-111111111111");
            assertThat(Await.value(vendor.connect().customers().find(requested)).id())
                    .isEqualTo(requested);
        }

        @Test
        void documentedSampleHasNoTenants() {
            Observed<Customer> found = Await.result(find("documented"));
            assertThat(found.value()).isEqualTo(documentedCustomer());
            assertThat(found.value().tenants()).isEmpty();
            assertThat(found.provenance())
                    .isEqualTo(new Provenance(AvePoint.VENDOR, "customer", StubbedAvePoint.NOW, "rq-7"));
            assertThat(vendor.drifts()).isEmpty();
            assertThat(vendor.calls())
                    .extracting(call -> call.getMethod() + " " + call.getUrl())
                    .containsExactly("GET /partner/customers/00427fbc-8832-46cf-a1d2-582fa46ec638");
        }

        @ParameterizedTest
        @CsvSource({
            "status-letter-case-and-blanks, WAITING_FOR_CONFIGURATION",
            "status-number, NO_BACKUP_UPDATES",
            "status-number-as-text, FINISHED_WITH_EXCEPTION"
        })
        void statusMayHaveAnySpelling(String fixture, CustomerServiceStatus status) {
            assertThat(Await.value(find(fixture)).status()).isEqualTo(status);
            assertThat(vendor.drifts()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "status-unknown, an unknown status",
            "status-null, missing",
            "status-blank, missing",
            "id-only, missing"
        })
        void unknownStatusIsReportedAsDrift(String fixture, String drift) {
            assertThat(Await.value(find(fixture)).status()).isEqualTo(CustomerServiceStatus.UNKNOWN);
            assertThat(vendor.drifts()).contains("avepoint customer $.jobStatus: " + drift);
        }

        @Test
        void unknownStatusKeepsItsText() {
            assertThat(Await.value(find("status-unknown")).statusText()).hasValue("On holiday");
        }

        @Test
        void withoutAnIdIsMalformed() {
            assertThat(Await.failure(find("id-missing")))
                    .hasMessage("avepoint customer: MALFORMED_ANSWER: at $.id: missing (correlation rq-7)");
        }
    }
}
