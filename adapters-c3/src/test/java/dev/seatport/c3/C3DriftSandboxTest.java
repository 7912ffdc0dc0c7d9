package dev.seatport.c3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
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
class C3DriftSandboxTest {
    private static final List<String> LICENSE_FIELDS = List.of(
            "ActiveUnits",
            "AvailableUnits",
            "TotalUnits",
            "ProducName",
            "ProductSkuId",
            "ConsumedUnits",
            "SubcriptionNames");
    private static final List<String> CUSTOMER_FIELDS = List.of(
            "Name",
            "CustomerID",
            "TenantId",
            "TenantName",
            "OnboardStatus",
            "DeletedOn",
            "MarketCode",
            "Tags",
            "AutoPay",
            "SignupDate");
    /** Fields with a code or a text of a fixed list. */
    private static final Set<String> CODES = Set.of("OnboardStatus");

    /** Values that the sandbox inserts for schema changes. */
    private static final List<String> INSERTED = List.of("9999", "Rebalancing", "sandboxAddition");

    private SandboxedC3 vendor;
    private C3 c3;

    /** Request under test: its kind and the fields of its rows. */
    private enum Query {
        LICENSES("licenses", LICENSE_FIELDS),
        CUSTOMERS("customers", CUSTOMER_FIELDS),
        ONE_CUSTOMER("customers", CUSTOMER_FIELDS);

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
        vendor = SandboxedC3.start(6, 1);
        c3 = vendor.connectWithShortBackoff(1);
    }

    @AfterAll
    void stop() {
        c3.close();
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
        try (C3 fresh = vendor.connectWithShortBackoff(1)) {
            Await.listing(fresh.customers().all());
            Await.listing(fresh.customers().all());
        }
        assertThat(vendor.drifts()).containsExactly("c3 customers $.Data[*].sandboxAddition: a new field");
    }

    @Test
    void renamedFieldIsReportedAsNewAndAsMissing() {
        vendor.faults("drift=renamed-key:field=ConsumedUnits,path=licenses");
        SimulatedCustomer first = vendor.c3Customers().get(0);
        try (C3 fresh = vendor.connectWithShortBackoff(1)) {
            Await.listing(fresh.licenses()
                    .consumption(
                            SandboxedC3.id(first),
                            new TenantId(first.accounts().get(0).tenantId())));
        }
        assertThat(vendor.drifts())
                .contains(
                        "c3 licenses $.Data[*].newConsumedUnits: a new field",
                        "c3 licenses $.Data[*].ConsumedUnits: no count");
    }

    private void assertCorrectOrAbsent(Result result, Result expected, SchemaChange drift, String field) {
        VendorException failure = result.failure();
        if (failure == null) {
            // Rows with the same id become one customer.
            assertThat(result.rows()).as(field).isNotEmpty();
        } else if (failure.kind() == FailureKind.MALFORMED_ANSWER) {
            assertThat(failure.getMessage()).containsPattern("MALFORMED_ANSWER: at \\$\\.Data\\[");
        } else {
            // A changed id names another customer.
            assertThat(failure.kind()).as(field).isEqualTo(FailureKind.NOT_FOUND);
        }
        for (int row = 0; row < result.rows().size(); row++) {
            // Merged rows have other positions.
            List<List<@Nullable Object>> candidates =
                    result.rows().size() == expected.rows().size()
                            ? List.of(expected.rows().get(row))
                            : expected.rows();
            List<@Nullable Object> parts = result.rows().get(row);
            for (int i = 0; i < parts.size(); i++) {
                int part = i;
                Object found = parts.get(part);
                assertThat(candidates)
                        .as("%s of row %d: %s", field, row, found)
                        .anyMatch(correct -> found == null
                                || Objects.equals(found, correct.get(part))
                                || isSentValue(found, correct.get(part), drift));
            }
        }
        if (failure != null) {
            assertContainsNoValue(failure.getMessage(), expected);
        }
    }

    /** A number in place of a text becomes that text, and an unknown code keeps the text of the vendor. */
    private static boolean isSentValue(Object found, @Nullable Object correct, SchemaChange drift) {
        return switch (drift) {
            case STRING_AS_NUMBER -> correct != null && found.toString().matches("[0-9]{1,2}");
            case UNKNOWN_CODE -> INSERTED.contains(found.toString());
            default -> false;
        };
    }

    private void assertDriftReportedOnce(Result expected, String field) {
        assertThat(vendor.drifts())
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
        SimulatedCustomer first = vendor.c3Customers().get(0);
        TenantId tenant = new TenantId(first.accounts().get(0).tenantId());
        return switch (query) {
            case LICENSES ->
                listed(
                        Await.listing(c3.licenses().consumption(SandboxedC3.id(first), tenant)),
                        C3DriftSandboxTest::parts);
            case CUSTOMERS -> listed(Await.listing(c3.customers().all()), C3DriftSandboxTest::parts);
            case ONE_CUSTOMER -> single(c3.customers().find(SandboxedC3.id(first)), C3DriftSandboxTest::parts);
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

    private static List<@Nullable Object> parts(LicenseConsumption row) {
        return Arrays.asList(
                row.sku().value(),
                row.productName(),
                number(row.purchased()),
                number(row.assigned()),
                number(row.available()),
                number(row.tenantTotal()),
                row.offers().isEmpty() ? null : row.offers().get(0).name());
    }

    private static List<@Nullable Object> parts(Customer row) {
        return Arrays.asList(
                row.id().value(),
                row.organization().orElse(null),
                row.statusText().orElse(null),
                row.country().orElse(null),
                row.tenants().map(tenants -> tenants.get(0).id().value()).orElse(null),
                row.tenants().map(tenants -> tenants.get(0).name()).orElse(null),
                row.deleted());
    }

    private static @Nullable Object number(Quantity quantity) {
        return quantity instanceof Quantity.Reported reported ? reported.count() : null;
    }
}
