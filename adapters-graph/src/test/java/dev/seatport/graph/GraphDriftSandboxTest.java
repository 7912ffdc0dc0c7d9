package dev.seatport.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.SchemaChange;
import dev.seatport.sandbox.fleet.SimulatedGraphTenant;
import dev.seatport.testkit.wait.Await;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Applies each schema change to each field. A count is then correct or unreported, or the listing fails with a JSON path. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class GraphDriftSandboxTest {
    /** Fields with a code of a fixed list. */
    private static final Set<String> CODES = Set.of("status", "appliesTo");

    private static final Set<String> NUMBERS = Set.of("consumedUnits", "totalLicenses");
    /** Fields that are neither a number nor a text. */
    private static final Set<String> OTHER_TYPES = Set.of("prepaidUnits", "subscriptionIds", "isTrial");

    /** Text that the sandbox inserts for a schema change. */
    private static final String INSERTED = "Rebalancing";

    private SandboxedGraph vendor;
    private Graph graph;

    /** Request under test: its kind and the mapped fields of its rows. */
    private enum Listing {
        CUSTOMERS("customers", "customerId", "displayName", "defaultDomainName"),
        LICENSES(
                "licenses",
                "skuId",
                "skuPartNumber",
                "appliesTo",
                "consumedUnits",
                "prepaidUnits",
                "accountId",
                "subscriptionIds"),
        SUBSCRIPTIONS(
                "subscriptions",
                "id",
                "commerceSubscriptionId",
                "ownerTenantId",
                "skuId",
                "status",
                "isTrial",
                "totalLicenses",
                "nextLifecycleDateTime");

        private final String path;
        private final String fields;

        Listing(String path, String... fields) {
            this.path = path;
            this.fields = String.join(",", fields);
        }
    }

    @BeforeAll
    void start() {
        vendor = SandboxedGraph.start(6);
        graph = vendor.connect(1);
    }

    @AfterAll
    void stop() {
        graph.close();
        vendor.close();
    }

    static Stream<Arguments> cases() {
        return Arrays.stream(Listing.values())
                .flatMap(listing -> Arrays.stream(SchemaChange.values()).map(change -> Arguments.of(listing, change)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void countsAreCorrectOrUnreportedOrFailWithAPath(Listing listing, SchemaChange change) {
        vendor.faults("");
        ListingResult<List<@Nullable Object>> expected = read(listing);
        assertThat(expected.complete()).isTrue();
        for (String field : listing.fields.split(",", -1)) {
            if (!isTested(field, change)) {
                continue;
            }
            vendor.faults("drift=" + change.word() + ":vendor=graph,field=" + field + ",path=" + listing.path);
            ListingResult<List<@Nullable Object>> result = read(listing);
            result.failure().ifPresent(failure -> {
                assertThat(failure.kind()).as(field).isIn(FailureKind.MALFORMED_ANSWER, FailureKind.INCOMPLETE_LISTING);
                assertThat(failure).hasMessageContaining("$.value[");
                assertContainsNoValue(failure.getMessage(), listing);
            });
            if (result.complete()) {
                assertThat(result.rows()).as(field).hasSameSizeAs(expected.rows());
            }
            assertCorrectOrAbsent(result.rows(), expected.rows(), field);
            assertThat(vendor.drifts())
                    .as(field)
                    .doesNotHaveDuplicates()
                    .allSatisfy(drift -> assertContainsNoValue(drift, listing));
            assertThat(vendor.sandbox().statistics().total().faults(FaultKind.DRIFT))
                    .as("applied changes of %s", field)
                    .isPositive();
        }
    }

    private void assertContainsNoValue(String text, Listing listing) {
        assertThat(text).doesNotContain(INSERTED);
        values(listing)
                .filter(value -> value.length() > 4)
                .forEach(value -> assertThat(text).doesNotContain(value));
    }

    /** Returns the vendor's values. A failure names the tenant whose licenses were requested. */
    private Stream<String> values(Listing listing) {
        if (listing == Listing.CUSTOMERS) {
            return vendor.tenants().stream()
                    .flatMap(tenant -> Stream.of(tenant.tenantId(), tenant.displayName(), tenant.defaultDomainName()));
        }
        return vendor.tenants().get(0).licenses().stream()
                .flatMap(license -> Stream.concat(
                        Stream.of(license.skuId(), license.partNumber()),
                        license.subscriptions().stream()
                                .flatMap(subscription ->
                                        Stream.of(subscription.id(), subscription.nextLifecycleDateTime()))));
    }

    private static boolean isTested(String field, SchemaChange change) {
        return switch (change) {
            case UNKNOWN_CODE -> CODES.contains(field);
            // An owner that is null is a documented value: the customer bought from Microsoft.
            case NULL -> !field.equals("ownerTenantId");
            // Another id is another row, whose values belong to no expected one.
            case STRING_AS_NUMBER ->
                !Set.of("skuId", "customerId").contains(field)
                        && !NUMBERS.contains(field)
                        && !OTHER_TYPES.contains(field);
            case NUMBER_AS_STRING -> NUMBERS.contains(field);
            default -> true;
        };
    }

    private static void assertCorrectOrAbsent(
            List<List<@Nullable Object>> rows, List<List<@Nullable Object>> expected, String field) {
        for (List<@Nullable Object> row : rows) {
            assertThat(expected).as("%s: %s", field, row).anyMatch(correct -> matches(row, correct));
        }
    }

    private static boolean matches(List<@Nullable Object> row, List<@Nullable Object> correct) {
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i) != null && !Objects.equals(row.get(i), correct.get(i))) {
                return false;
            }
        }
        return true;
    }

    private ListingResult<List<@Nullable Object>> read(Listing listing) {
        if (listing == Listing.CUSTOMERS) {
            return result(Await.listing(graph.customers().all()), GraphDriftSandboxTest::values);
        }
        SimulatedGraphTenant tenant = vendor.tenants().get(0);
        return result(
                Await.listing(graph.licenses().consumption(SandboxedGraph.id(tenant), new TenantId(tenant.tenantId()))),
                GraphDriftSandboxTest::values);
    }

    private static <T> ListingResult<List<@Nullable Object>> result(
            ListingResult<Observed<T>> listing, Function<T, List<@Nullable Object>> values) {
        return new ListingResult<>(Await.values(listing).stream().map(values).toList(), listing.endedBy());
    }

    private static List<@Nullable Object> values(Customer row) {
        return Arrays.asList(row.id(), row.tenants().map(List::size).orElse(null));
    }

    private static List<@Nullable Object> values(LicenseConsumption row) {
        LapsedLicenses states = row.states();
        return Arrays.asList(
                row.sku(),
                number(row.purchased()),
                number(row.assigned()),
                number(row.tenantTotal()),
                states == null ? null : number(states.warning()));
    }

    private static @Nullable Object number(Quantity quantity) {
        return quantity.isReported() ? quantity.count() : null;
    }
}
