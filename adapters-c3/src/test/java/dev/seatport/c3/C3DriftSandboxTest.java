package dev.seatport.c3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listing;
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

/** Each member of each answer drifts in each way: what comes is right, absent, or a failure that says where. */
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
    /** Where a code or a word of a list stands. */
    private static final Set<String> CODES = Set.of("OnboardStatus");

    /** What the sandbox writes where it drifts. */
    private static final List<String> PLANTED = List.of("9999", "Rebalancing", "sandboxAddition");

    private SandboxedC3 vendor;
    private C3 c3;

    /** What was asked for: the kind of path and the members of its rows. */
    private enum Question {
        LICENSES("licenses", LICENSE_FIELDS),
        CUSTOMERS("customers", CUSTOMER_FIELDS),
        ONE_CUSTOMER("customers", CUSTOMER_FIELDS);

        private final String path;
        private final String fields;

        Question(String path, List<String> fields) {
            this.path = path;
            this.fields = String.join(",", fields);
        }
    }

    /** Rows as lists of their parts, in an order of their own for each question; absent parts are null. */
    private record Answer(
            List<List<@Nullable Object>> rows, @Nullable VendorException failure) {}

    @BeforeAll
    void start() {
        vendor = SandboxedC3.start(6, 1);
        c3 = vendor.connectInHaste(1);
    }

    @AfterAll
    void stop() {
        c3.close();
        vendor.close();
    }

    static Stream<Arguments> cases() {
        return Arrays.stream(Question.values())
                .flatMap(question -> Arrays.stream(SchemaChange.values()).map(drift -> Arguments.of(question, drift)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leavesValuesRightOrAbsentOrFailsWithAPath(Question question, SchemaChange drift) {
        vendor.faults("");
        Answer truth = ask(question);
        assertThat(truth.failure()).isNull();
        for (String field : question.fields.split(",", -1)) {
            if (drift == SchemaChange.UNKNOWN_CODE && !CODES.contains(field)) {
                continue;
            }
            vendor.faults("drift=" + drift.word() + ":field=" + field + ",path=" + question.path);
            Answer answer = ask(question);
            assertRightOrAbsent(answer, truth, drift, field);
            assertToldOnce(truth, field);
        }
    }

    @Test
    void ofAFieldThatNobodyKnowsIsToldOnceHoweverManyRowsHaveIt() {
        vendor.faults("drift=new-field:path=customers");
        try (C3 fresh = vendor.connectInHaste(1)) {
            Await.listing(fresh.customers().all());
            Await.listing(fresh.customers().all());
        }
        assertThat(vendor.drifts()).containsExactly("c3 customers $.Data[*].sandboxAddition: a new field");
    }

    @Test
    void ofAMisspeltKeyIsToldAsANewOneAndAsOneThatIsMissing() {
        vendor.faults("drift=renamed-key:field=ConsumedUnits,path=licenses");
        SimulatedCustomer first = vendor.known().get(0);
        try (C3 fresh = vendor.connectInHaste(1)) {
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

    private void assertRightOrAbsent(Answer answer, Answer truth, SchemaChange drift, String field) {
        VendorException failure = answer.failure();
        if (failure == null) {
            // Ids that are all the same make one customer of many.
            assertThat(answer.rows()).as(field).isNotEmpty();
        } else if (failure.kind() == FailureKind.MALFORMED_ANSWER) {
            assertThat(failure.getMessage()).containsPattern("MALFORMED_ANSWER: at \\$\\.Data\\[");
        } else {
            // A customer whose id differs is another one.
            assertThat(failure.kind()).as(field).isEqualTo(FailureKind.NOT_FOUND);
        }
        for (int row = 0; row < answer.rows().size(); row++) {
            // Where rows were joined, their places say nothing.
            List<List<@Nullable Object>> candidates =
                    answer.rows().size() == truth.rows().size()
                            ? List.of(truth.rows().get(row))
                            : truth.rows();
            List<@Nullable Object> parts = answer.rows().get(row);
            for (int i = 0; i < parts.size(); i++) {
                int part = i;
                Object found = parts.get(part);
                assertThat(candidates)
                        .as("%s of row %d: %s", field, row, found)
                        .anyMatch(right -> found == null
                                || Objects.equals(found, right.get(part))
                                || asSent(found, right.get(part), drift));
            }
        }
        if (failure != null) {
            assertSaysNoValue(failure.getMessage(), truth);
        }
    }

    /** A number that stands where a text is due is that text, and a word that nobody knows is kept as the vendor's word. */
    private static boolean asSent(Object found, @Nullable Object right, SchemaChange drift) {
        return switch (drift) {
            case STRING_AS_NUMBER -> right != null && found.toString().matches("[0-9]{1,2}");
            case UNKNOWN_CODE -> PLANTED.contains(found.toString());
            default -> false;
        };
    }

    private void assertToldOnce(Answer truth, String field) {
        assertThat(vendor.drifts())
                .as(field)
                .doesNotHaveDuplicates()
                .allSatisfy(told -> assertSaysNoValue(told, truth));
    }

    private static void assertSaysNoValue(String text, Answer truth) {
        assertThat(text).doesNotContain(PLANTED);
        truth.rows().stream()
                .flatMap(List::stream)
                .filter(String.class::isInstance)
                .map(Object::toString)
                .filter(value -> value.length() > 4)
                .forEach(value -> assertThat(text).doesNotContain(value));
    }

    private Answer ask(Question question) {
        SimulatedCustomer first = vendor.known().get(0);
        TenantId tenant = new TenantId(first.accounts().get(0).tenantId());
        return switch (question) {
            case LICENSES ->
                listed(
                        Await.listing(c3.licenses().consumption(SandboxedC3.id(first), tenant)),
                        C3DriftSandboxTest::parts);
            case CUSTOMERS -> listed(Await.listing(c3.customers().all()), C3DriftSandboxTest::parts);
            case ONE_CUSTOMER -> single(c3.customers().find(SandboxedC3.id(first)), C3DriftSandboxTest::parts);
        };
    }

    private static <T> Answer listed(Listing<Observed<T>> listing, Function<T, List<@Nullable Object>> parts) {
        return new Answer(Await.values(listing).stream().map(parts).toList(), listing.endedBy());
    }

    private static <T> Answer single(CompletionStage<Observed<T>> stage, Function<T, List<@Nullable Object>> parts) {
        CompletableFuture<Answer> answer = stage.toCompletableFuture()
                .thenApply(found -> new Answer(List.of(parts.apply(found.value())), null))
                .exceptionally(thrown -> new Answer(List.of(), promised(thrown)));
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static VendorException promised(Throwable thrown) {
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
