package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerServiceStatus;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.sandbox.faults.SchemaChange;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.testkit.wait.Await;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Applies each schema change to each field. A value is then correct, absent, or a failure with its JSON path. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AvePointDriftSandboxTest {
    private static final int PRODUCT = 2048;
    private static final List<String> SEAT_FIELDS =
            List.of("type", "tenantId", "tenantName", "availableUserSeat", "assignedUserSeat");
    private static final List<String> CUSTOMER_FIELDS =
            List.of("id", "organization", "ownerEmail", "jobStatus", "countryOrRegion", "managementMode", "tenants");
    private static final List<String> PRODUCT_FIELDS = List.of("productType", "purchasedUserSeat");
    /** Fields with a code or a text of a fixed list. */
    private static final Set<String> CODES = Set.of("type", "jobStatus", "managementMode", "productType");

    /** Values that the sandbox inserts for schema changes. */
    private static final List<String> INSERTED = List.of("9999", "Rebalancing", "sandboxAddition");

    private SandboxedAvePoint vendor;
    private AvePoint current;
    private AvePoint older;

    /** Request under test: its kind and the fields of its rows. */
    private enum Query {
        SEATS("tenant-seats", SEAT_FIELDS),
        OLDER_SEATS("tenant-seats", SEAT_FIELDS),
        CUSTOMERS("customers", CUSTOMER_FIELDS),
        OLDER_CUSTOMERS("customers", CUSTOMER_FIELDS),
        ONE_CUSTOMER("customers", CUSTOMER_FIELDS),
        PRODUCT_SEATS("product-seats", PRODUCT_FIELDS);

        private final String path;
        private final String fields;

        Query(String path, List<String> fields) {
            this.path = path;
            this.fields = String.join(",", fields);
        }
    }

    /** Rows as lists of values, in a fixed order per query. Absent values are null. */
    private record Result(
            List<List<@Nullable Object>> rows, @Nullable VendorException failure) {}

    @BeforeAll
    void start() {
        vendor = SandboxedAvePoint.start(6, 5);
        current = vendor.connectWithShortBackoff(AvePointApiVersion.CURRENT);
        older = vendor.connectWithShortBackoff(AvePointApiVersion.OLDER);
    }

    @AfterAll
    void stop() {
        current.close();
        older.close();
        vendor.close();
    }

    static Stream<Arguments> cases() {
        return Arrays.stream(Query.values())
                .flatMap(query -> Arrays.stream(SchemaChange.values()).map(drift -> Arguments.of(query, drift)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valuesAreCorrectOrAbsentOrFailWithAPath(Query query, SchemaChange drift) {
        vendor.faults("");
        Result expected = fetch(query);
        assertThat(expected.failure()).isNull();
        for (String field : query.fields.split(",", -1)) {
            if (drift == SchemaChange.UNKNOWN_CODE && !CODES.contains(field)) {
                continue;
            }
            vendor.faults("drift=" + drift.word() + ":field=" + field + ",path=" + query.path);
            Result result = fetch(query);
            assertCorrectOrAbsent(result, expected, drift, field);
            assertDriftReportedOnce(expected, field);
        }
    }

    @Test
    void unknownFieldIsReportedOncePerClient() {
        vendor.faults("drift=new-field:path=customers");
        try (AvePoint fresh = vendor.connectWithShortBackoff(AvePointApiVersion.CURRENT)) {
            Await.listing(fresh.customers().all());
            Await.listing(fresh.customers().all());
        }
        assertThat(vendor.callListener().driftTexts())
                .containsExactly("avepoint customers $.data[*].sandboxAddition: a new field");
        assertThat(vendor.callListener().furtherDrifts())
                .isEqualTo(vendor.fleet().customers().size() * 2L - 1);
    }

    @Test
    void renamedFieldIsReportedAsNewAndAsMissing() {
        vendor.faults("drift=renamed-key:field=assignedUserSeat,path=tenant-seats");
        SimulatedCustomer first = vendor.fleet().customer(0);
        try (AvePoint fresh = vendor.connectWithShortBackoff(AvePointApiVersion.CURRENT)) {
            Await.listing(fresh.tenantSeats()
                    .seats(TenantSeatQuery.all(SandboxedAvePoint.id(first), TenantKind.MICROSOFT_365)));
        }
        assertThat(vendor.callListener().driftTexts())
                .contains(
                        "avepoint tenant-seats $.data[*].newAssignedUserSeat: a new field",
                        "avepoint tenant-seats $.data[*].assignedUserSeat: no count");
    }

    private void assertCorrectOrAbsent(Result result, Result expected, SchemaChange drift, String field) {
        VendorException failure = result.failure();
        if (failure == null) {
            assertThat(result.rows()).as(field).hasSameSizeAs(expected.rows());
        } else if (failure.kind() == FailureKind.MALFORMED_ANSWER) {
            assertThat(failure.getMessage()).containsPattern("MALFORMED_ANSWER: at \\$(\\.data\\[|\\.value\\[|\\.|:)");
        } else {
            // Rows with the same id become one row.
            assertThat(failure.kind()).as(field).isEqualTo(FailureKind.INCOMPLETE_LISTING);
        }
        for (int row = 0; row < result.rows().size(); row++) {
            List<@Nullable Object> parts = result.rows().get(row);
            for (int part = 0; part < parts.size(); part++) {
                Object correct = expected.rows().get(row).get(part);
                Object found = parts.get(part);
                assertThat(found == null || Objects.equals(found, correct) || isSentValue(found, correct, drift))
                        .as("%s of row %d: %s for %s", field, row, found, correct)
                        .isTrue();
            }
        }
        if (failure != null) {
            assertContainsNoValue(failure.getMessage(), expected);
        }
    }

    /** A number in place of a text becomes that text, and an unknown code keeps the text of the vendor. */
    private static boolean isSentValue(Object found, @Nullable Object correct, SchemaChange drift) {
        return switch (drift) {
            case STRING_AS_NUMBER ->
                correct != null
                        && found.equals(String.valueOf(correct.toString().length()));
            case UNKNOWN_CODE -> INSERTED.contains(found.toString());
            default -> false;
        };
    }

    private void assertDriftReportedOnce(Result expected, String field) {
        assertThat(vendor.callListener().driftTexts())
                .as(field)
                .doesNotHaveDuplicates()
                .allSatisfy(drift -> assertContainsNoValue(drift, expected));
    }

    private static void assertContainsNoValue(String text, Result expected) {
        assertThat(text).doesNotContain(INSERTED);
        expected.rows().stream()
                .flatMap(List::stream)
                .filter(String.class::isInstance)
                .map(Object::toString)
                .filter(value -> value.length() > 4)
                .forEach(value -> assertThat(text).doesNotContain(value));
    }

    private Result fetch(Query query) {
        SimulatedCustomer first = vendor.fleet().customer(0);
        TenantSeatQuery seats = TenantSeatQuery.all(SandboxedAvePoint.id(first), TenantKind.MICROSOFT_365);
        return switch (query) {
            case SEATS -> listed(Await.listing(current.tenantSeats().seats(seats)), AvePointDriftSandboxTest::parts);
            case OLDER_SEATS ->
                listed(Await.listing(older.tenantSeats().seats(seats)), AvePointDriftSandboxTest::parts);
            case CUSTOMERS -> listed(Await.listing(current.customers().all()), AvePointDriftSandboxTest::parts);
            case OLDER_CUSTOMERS -> listed(Await.listing(older.customers().all()), AvePointDriftSandboxTest::parts);
            case ONE_CUSTOMER ->
                single(current.customers().find(SandboxedAvePoint.id(first)), AvePointDriftSandboxTest::parts);
            case PRODUCT_SEATS ->
                single(
                        current.productSeats()
                                .seats(
                                        SandboxedAvePoint.id(first),
                                        new Product(new ProductCode(String.valueOf(PRODUCT)), "Backup", null)),
                        found -> Arrays.asList(found.product().code().value(), number(found.purchased())));
        };
    }

    private static <T> Result listed(ListingResult<Observed<T>> listing, Function<T, List<@Nullable Object>> parts) {
        return new Result(Await.values(listing).stream().map(parts).toList(), listing.endedBy());
    }

    private static <T> Result single(CompletionStage<Observed<T>> stage, Function<T, List<@Nullable Object>> parts) {
        CompletableFuture<Result> result = stage.toCompletableFuture()
                .thenApply(found -> new Result(List.of(parts.apply(found.value())), null))
                .exceptionally(thrown -> new Result(List.of(), requireVendorException(thrown)));
        return result.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static VendorException requireVendorException(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        assertThat(cause).isInstanceOf(VendorException.class);
        return (VendorException) cause;
    }

    private static List<@Nullable Object> parts(TenantSeats row) {
        Tenant tenant = row.tenant();
        return Arrays.asList(
                tenant.id().value(),
                tenant.name(),
                tenant.kind() == TenantKind.UNKNOWN ? null : tenant.kind(),
                number(row.assigned()),
                number(row.available()));
    }

    private static List<@Nullable Object> parts(Customer row) {
        return Arrays.asList(
                row.id().value(),
                row.organization().orElse(null),
                row.ownerEmail().orElse(null),
                row.status() == CustomerServiceStatus.UNKNOWN ? null : row.status(),
                row.statusText().orElse(null),
                row.country().orElse(null),
                row.tenants().map(Object::toString).orElse(null));
    }

    private static @Nullable Object number(Quantity quantity) {
        return quantity instanceof Quantity.Reported reported ? reported.count() : null;
    }
}
