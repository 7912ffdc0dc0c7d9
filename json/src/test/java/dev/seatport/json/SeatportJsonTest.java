package dev.seatport.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerServiceStatus;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.BillingCycle;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.Offer;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.review.ComparedLicenseCounts;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.Finding;
import dev.seatport.domain.review.FindingKey;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.LicensePosition;
import dev.seatport.domain.review.MandatoryCountField;
import dev.seatport.domain.review.PurchasedSeatComparison;
import dev.seatport.domain.review.Review;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.review.Severity;
import dev.seatport.domain.review.Threshold;
import dev.seatport.domain.review.UnseenPolicyEntry;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.ports.review.ReviewCompleteness;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.UnmatchedLicenseTenant;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SeatportJsonTest {
    private static final Instant NOW = Instant.parse("2026-11-30T06:00:00.123456789Z");
    private static final Vendor SEATS = new Vendor("acme");
    private static final Vendor LICENSES = new Vendor("globex");
    private static final CustomerId CUSTOMER = new CustomerId(SEATS, "a-1");
    private static final TenantId TENANT_ID = new TenantId("{0000-not-a-guid}");
    private static final Tenant TENANT = new Tenant(TENANT_ID, "Größe 日本 😀 \u202E", TenantKind.MICROSOFT_365, NOW);
    private static final Product PRODUCT = new Product(new ProductCode("2048"), "Backup", TenantKind.MICROSOFT_365);
    private static final Provenance FROM = new Provenance(SEATS, "tenant-seats", NOW, null);
    private static final LapsedLicenses STATES =
            new LapsedLicenses(Quantity.of(1), Quantity.unreported(), Quantity.unlimited());
    private static final Gap GAP =
            new Gap(CUSTOMER, LICENSES, Dataset.LICENSES, FailureKind.TIMED_OUT, "took too long", TENANT_ID);

    private static LicenseConsumption license(String sku, long assigned, LapsedLicenses states) {
        return new LicenseConsumption(
                new CustomerId(LICENSES, "c-1"),
                TENANT_ID,
                new SkuId(sku),
                null,
                Quantity.of(10),
                Quantity.of(assigned),
                Quantity.of(-5),
                Quantity.of(20),
                states,
                !states.equals(STATES),
                List.of(new Offer("Plan", BillingCycle.ANNUAL)),
                states.equals(STATES) ? NOW : null);
    }

    private static Customer customer() {
        return Customer.builder(CUSTOMER)
                .organization("Acme")
                .ownerEmail("it@acme.example")
                .status(CustomerServiceStatus.WORKING, "Working")
                .country("Germany")
                .tenants(List.of(TENANT, new Tenant(new TenantId(" "), null, TenantKind.UNKNOWN)))
                .deletedAt(NOW)
                .build();
    }

    private static CustomerPosition position() {
        return new CustomerPosition(
                new Observed<>(customer(), FROM),
                List.of(new Observed<>(new TenantSeats(CUSTOMER, TENANT, Quantity.of(30), Quantity.unlimited()), FROM)),
                List.of(PRODUCT),
                List.of(new Observed<>(new PurchasedSeats(CUSTOMER, PRODUCT, Quantity.of(10), true), FROM)),
                List.of(
                        new Observed<>(license("s1", 30, LapsedLicenses.unreported()), FROM),
                        new Observed<>(license("s2", 22, STATES), FROM)),
                LICENSES,
                List.of(new Tenant(new TenantId("t-2"), null, TenantKind.MICROSOFT_365)),
                List.of(new CustomerId(LICENSES, "c-2")),
                Set.of(TENANT_ID),
                List.of(GAP));
    }

    private static FindingKey subject(FindingKind kind) {
        return new FindingKey(kind, SEATS, CUSTOMER, TENANT_ID, new ProductCode("2048"), new SkuId("s"));
    }

    private static List<Object> findings() {
        return List.of(
                new Finding.UnassignedLicenses(
                        subject(FindingKind.UNASSIGNED_LICENSES), Severity.WARNING, "Plan", 5, 10, 6, Quantity.of(20)),
                new Finding.NoLicensesLeft(
                        subject(FindingKind.NO_LICENSES_LEFT),
                        Severity.INFO,
                        "Plan",
                        10,
                        Quantity.unreported(),
                        Quantity.of(20)),
                new Finding.OverAssignedLicenses(
                        subject(FindingKind.OVER_ASSIGNED_LICENSES), Severity.CRITICAL, "Plan", 25, 20, 5),
                new Finding.LicensesInGrace(
                        subject(FindingKind.LICENSES_IN_GRACE), Severity.WARNING, "Plan", 25, 20, STATES),
                new Finding.OverAssignedSeats(
                        subject(FindingKind.BACKUP_SHORTFALL),
                        Severity.CRITICAL,
                        new PurchasedSeatComparison.PurchasedSeatShortfall(PRODUCT, Quantity.of(1), Quantity.of(2), 1)),
                new Finding.UnassignedSeats(
                        subject(FindingKind.BACKUP_SURPLUS),
                        Severity.INFO,
                        new PurchasedSeatComparison.PurchasedSeatSurplus(PRODUCT, Quantity.of(2), Quantity.of(1), 1)),
                new Finding.VendorsDisagree(
                        subject(FindingKind.VENDORS_DISAGREE), Severity.WARNING, "Backup", 10, LICENSES, 25),
                new Finding.CountsInconsistent(
                        subject(FindingKind.COUNTS_INCONSISTENT),
                        Severity.WARNING,
                        license("s", 30, STATES),
                        List.of(new LicensePosition.DifferingCount("assigned", List.of(1L, 2L))),
                        true,
                        false),
                new Finding.TenantUnknownToLicenseVendor(
                        subject(FindingKind.TENANT_UNKNOWN_TO_VENDOR),
                        Severity.WARNING,
                        null,
                        LICENSES,
                        List.of(new CustomerId(LICENSES, "c-2"))),
                withoutBackup());
    }

    private static Finding withoutBackup() {
        return new Finding.TenantWithoutBackup(
                subject(FindingKind.TENANT_WITHOUT_BACKUP),
                Severity.WARNING,
                SEATS,
                Quantity.of(3),
                List.of(new CustomerId(SEATS, "c-3")));
    }

    static Stream<Object> values() {
        Review review = Review.of(
                position(),
                ReviewPolicy.builder()
                        .exclusions(
                                List.of(Exclusion.of(new SkuId("s1"), "a trial").build()))
                        .build(),
                LocalDate.of(2026, 11, 30));
        CustomerReview reviewed = new CustomerReview(position(), review, NOW);
        UnmatchedLicenseTenant unmatched = new UnmatchedLicenseTenant(
                CUSTOMER,
                null,
                TENANT_ID,
                List.of(new CustomerId(LICENSES, "c-2")),
                true,
                false,
                review.licenses(),
                withoutBackup(),
                Exclusion.of(TENANT_ID, "a test").build());
        ReviewCompleteness reviewCompleteness =
                new ReviewCompleteness(2, 1, Map.of(Dataset.LICENSES, Map.of(FailureKind.TIMED_OUT, 1L)), List.of(GAP));
        List<Object> values = new ArrayList<>(List.of(
                SEATS,
                CUSTOMER,
                customer(),
                Customer.builder(CUSTOMER).build(),
                TENANT_ID,
                TENANT,
                PRODUCT,
                Product.unnamed(new ProductCode("1")),
                new SkuId(""),
                Quantity.of(Long.MIN_VALUE),
                new TenantSeats(CUSTOMER, TENANT, Quantity.of(0), Quantity.unreported()),
                new PurchasedSeats(CUSTOMER, PRODUCT, Quantity.unlimited()),
                license("s", 3, STATES),
                STATES,
                new Offer("Plan", BillingCycle.UNKNOWN),
                FROM,
                GAP,
                new Gap(null, SEATS, Dataset.CUSTOMERS, FailureKind.CLOSED, ""),
                new Threshold(new BigDecimal("2.5"), 1),
                Exclusion.of(CUSTOMER, new SkuId("s"), "why")
                        .owner("Dana")
                        .until(LocalDate.of(2027, 1, 31))
                        .scope(Exclusion.SuppressedOutput.EVERYWHERE)
                        .build(),
                Exclusion.of(CUSTOMER, "why").build(),
                Exclusion.of(new SkuId("s"), "why").build(),
                Exclusion.of(TENANT_ID, "why").build(),
                Exclusion.of(CUSTOMER, "why").tenant(TENANT_ID).build(),
                new UnmatchedLicenseTenant(CUSTOMER, null, TENANT_ID, List.of(), false, false),
                subject(FindingKind.BACKUP_SURPLUS),
                new ComparedLicenseCounts(LICENSES, Quantity.of(1), Quantity.unreported(), true),
                PurchasedSeatComparison.compare(PRODUCT, Quantity.of(1), Quantity.of(1)),
                PurchasedSeatComparison.compare(PRODUCT, Quantity.unlimited(), Quantity.of(1)),
                PurchasedSeatComparison.failed(
                        PRODUCT, Quantity.of(1), Quantity.unreported(), Dataset.TENANT_SEATS, FailureKind.TIMED_OUT),
                review.licenses().get(0),
                review,
                position(),
                reviewed,
                unmatched,
                reviewCompleteness,
                new ReviewEvent.Started(Quantity.unreported()),
                new ReviewEvent.Reviewed(reviewed),
                new ReviewEvent.Unmatched(unmatched),
                new ReviewEvent.Finished(
                        reviewCompleteness,
                        List.of(
                                new UnseenPolicyEntry(PRODUCT, null),
                                new UnseenPolicyEntry(PRODUCT, new SkuId("s"))))));
        values.addAll(findings());
        values.addAll(review.excused());
        values.addAll(Arrays.asList(Quantity.Unreported.UNLIMITED, Quantity.Unreported.TOO_LARGE));
        values.addAll(Arrays.asList(Dataset.values()));
        values.addAll(Arrays.asList(MandatoryCountField.values()));
        return values.stream();
    }

    @ParameterizedTest
    @MethodSource("values")
    void decodesEveryEncodedValue(Object value) throws IOException {
        byte[] json = SeatportJson.write(value);

        Class<?> type = value instanceof Quantity ? Quantity.class : value.getClass();
        assertThat((Object) SeatportJson.read(json, type))
                .as(new String(json, StandardCharsets.UTF_8))
                .isEqualTo(value);
    }

    @Test
    void decodesSealedTypesByTheirNames() throws IOException {
        for (Object finding : findings()) {
            byte[] json = SeatportJson.write(finding);
            assertThat(new String(json, StandardCharsets.UTF_8))
                    .startsWith("{\"kind\":\"" + ((Finding) finding).kind() + "\"");
            assertThat(SeatportJson.read(json, Finding.class)).isEqualTo(finding);
        }
        PurchasedSeatComparison covered = PurchasedSeatComparison.compare(PRODUCT, Quantity.of(1), Quantity.of(1));
        assertThat(SeatportJson.read(SeatportJson.write(covered), PurchasedSeatComparison.class))
                .isEqualTo(covered);
        ReviewEvent started = new ReviewEvent.Started(Quantity.of(3));
        assertThat(SeatportJson.read(SeatportJson.write(started), ReviewEvent.class))
                .isEqualTo(started);
    }

    @Test
    void decodesRowsWithTheirProvenanceAndLists() throws IOException {
        Observed<TenantSeats> row =
                new Observed<>(new TenantSeats(CUSTOMER, TENANT, Quantity.of(3), Quantity.of(4)), FROM);

        assertThat(SeatportJson.read(SeatportJson.write(row), Observed.class, TenantSeats.class))
                .isEqualTo(row);
        assertThat(SeatportJson.readList(SeatportJson.write(List.of(TENANT)), Tenant.class))
                .containsExactly(TENANT);
    }

    @ParameterizedTest
    @CsvSource({"5,5", "-3,-3"})
    void encodesACountAsANumber(long count, String json) {
        assertThat(text(Quantity.of(count))).isEqualTo(json);
    }

    @Test
    void usesTheNamesOfTheCommandLine() {
        assertThat(text(Quantity.unreported())).isEqualTo("null");
        assertThat(text(Quantity.unlimited())).isEqualTo("\"unlimited\"");
        assertThat(text(CUSTOMER)).isEqualTo("{\"vendor\":\"acme\",\"id\":\"a-1\"}");
        assertThat(text(PRODUCT))
                .isEqualTo("{\"productCode\":\"2048\",\"productName\":\"Backup\",\"covers\":\"MICROSOFT_365\"}");
        assertThat(text(license("s", 3, LapsedLicenses.unreported())))
                .contains("\"tenantId\":", "\"skuId\":\"s\"", "\"productName\":null")
                .contains("\"purchased\":10,\"assigned\":3,\"available\":-5,\"tenantTotal\":20")
                .contains("\"states\":{\"warning\":null,\"suspended\":null,\"lockedOut\":null},\"assignable\":true")
                .endsWith("\"renewal\":null}");
        assertThat(text(license("s", 3, STATES)))
                .contains(
                        "\"states\":{\"warning\":1,\"suspended\":null,\"lockedOut\":\"unlimited\"},\"assignable\":false")
                .endsWith("\"renewal\":\"2026-11-30T06:00:00.123456789Z\"}")
                .contains("\"offers\":[{\"name\":\"Plan\",\"billingCycle\":\"ANNUAL\"}]");
        assertThat(text(GAP)).contains("\"source\":\"licenses\",\"kind\":\"TIMED_OUT\",\"text\":\"took too long\"");
        assertThat(text(customer()))
                .startsWith("{\"vendor\":\"acme\",\"id\":\"a-1\",\"organization\":\"Acme\",\"ownerEmail\":")
                .contains("\"tenantsWithoutId\":1,\"deletedAt\":\"2026-11-30T06:00:00.123456789Z\"}");
    }

    private static String text(Object value) {
        return new String(SeatportJson.write(value), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"vendor\":\"acme\",\"id\":null}",
                "{\"vendor\":null,\"id\":\"a\"}",
                "{\"vendor\":\"Acme\",\"id\":\"a\"}",
                "{\"vendor\":\"acme\",\"id\":\"\"}",
                "{\"vendor\":\"acme\"}",
                "{\"vendor\":\"acme\",\"id\":\"a\",\"more\":1}",
                "{\"vendor\":\"acme\",\"id\":\"a\"} 1",
                "{\"vendor\":\"acme\",\"id\":\"a\"",
                "null",
                "[]",
            })
    void rejectsInvalidCustomerIds(String json) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> SeatportJson.read(json.getBytes(StandardCharsets.UTF_8), CustomerId.class));
    }

    /** An absent value is neither false nor a time. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "\"assignable\":true, ~ ^^",
                "\"assignable\":true ~ \"assignable\":null",
                "\"assignable\":true ~ \"assignable\":\"maybe\"",
                ",\"renewal\":null ~ ^^",
                "\"renewal\":null ~ \"renewal\":0",
                "\"renewal\":null ~ \"renewal\":\"soon\"",
                "\"warning\":null, ~ ^^",
            })
    void rejectsInvalidLicenses(String part, String replacement) {
        String json = text(license("s", 3, LapsedLicenses.unreported()));

        assertThat(json).contains(part);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> SeatportJson.read(
                        json.replace(part, replacement).getBytes(StandardCharsets.UTF_8), LicenseConsumption.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"vendor\":null,\"id\":\"a\",TENANTS}",
                "{\"vendor\":\"acme\",\"id\":null,TENANTS}",
                "{\"vendor\":\"acme\",\"id\":\"a\",\"tenants\":[null],MORE}",
                "{\"vendor\":\"acme\",\"id\":\"a\",\"tenants\":[{\"id\":\"t\",\"name\":null,\"kind\":null,\"deletedAt\":null}],MORE}",
            })
    void rejectsInvalidCustomers(String json) {
        String more = "\"organization\":null,\"ownerEmail\":null,\"status\":\"WORKING\",\"statusText\":null,"
                + "\"country\":null,\"tenantsWithoutId\":0,\"deletedAt\":null";
        byte[] bytes = json.replace("TENANTS", "\"tenants\":null,MORE")
                .replace("MORE", more)
                .getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> SeatportJson.read(bytes, Customer.class));
    }

    @Test
    void rejectsAnExclusionOfACustomerWithoutAVendor() {
        byte[] bytes = ("{\"customer\":{\"vendor\":null,\"id\":\"a\"},\"skuId\":null,\"reason\":\"why\",\"owner\":null,"
                        + "\"until\":null,\"scope\":\"EVERYWHERE\"}")
                .getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> SeatportJson.read(bytes, Exclusion.class));
    }

    @ParameterizedTest
    @CsvSource({"1.5", "\"5\"", "\"\"", "true", "99999999999999999999"})
    void rejectsInvalidCounts(String json) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> SeatportJson.read(
                        ("{\"vendor\":\"acme\",\"assigned\":1,\"onlySeatSkus\":true,\"purchased\":" + json + "}")
                                .getBytes(StandardCharsets.UTF_8),
                        ComparedLicenseCounts.class));
    }

    @Test
    void isRegisteredAsAService() throws IOException {
        JsonMapper mapper = JsonMapper.builder().findAndAddModules().build();
        assertThat(mapper.getRegisteredModuleIds()).contains("seatport");
        assertThat(mapper.readValue(mapper.writeValueAsString(GAP), Gap.class)).isEqualTo(GAP);
    }

    @Test
    void keepsTheSpellingOfIds() throws IOException {
        TenantId braced = new TenantId("{6F1E3C0A-0000-4000-8000-00000000000B}");

        assertThat(SeatportJson.read(SeatportJson.write(braced), TenantId.class).value())
                .isEqualTo(braced.value());
    }

    /** The guide describes this. */
    @Test
    void withoutTheModuleAMapperFailsOrLosesValues() throws IOException {
        JsonMapper plain = new JsonMapper();

        assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> plain.writeValueAsString(FROM));
        assertThat(plain.writeValueAsString(customer())).isEqualTo("{\"tenantListComplete\":false}");
        assertThat(plain.writeValueAsString(Quantity.unreported())).isEqualTo("\"ABSENT\"");
    }

    @Test
    void rejectsUnsupportedTypes() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> SeatportJson.write(new Object()));
    }
}
