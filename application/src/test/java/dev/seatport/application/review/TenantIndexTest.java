package dev.seatport.application.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.seatport.application.review.TenantIndex.LicenseRequestTarget;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.testkit.fake.InMemoryCustomerDirectory;
import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TenantIndexTest {
    private static final int MANY_CUSTOMERS = 100_000;
    private static final int TENANTS_PER_CUSTOMER = 3;

    private final InMemoryCustomerDirectory directory = new InMemoryCustomerDirectory(InMemoryVendors.LICENSES);

    private static TenantId guid(int seed) {
        return new TenantId(new UUID(seed * 0x9E3779B97F4A7C15L, seed).toString());
    }

    private static Customer customer(String id, @Nullable String name, TenantId... tenants) {
        return Customer.builder(InMemoryVendors.licenseCustomer(id))
                .organization(name)
                .tenants(List.of(tenants).stream()
                        .map(tenant -> new Tenant(tenant, null, TenantKind.MICROSOFT_365))
                        .toList())
                .build();
    }

    private static TenantIndex index(CustomerDirectory customers) {
        return TenantIndex.of(InMemoryVendors.LICENSES, customers).await().indefinitely();
    }

    private static List<String> customersOf(TenantIndex index, TenantId tenant) {
        return index.locations(tenant).stream()
                .map(location -> location.customer().value())
                .toList();
    }

    private static List<CustomerId> namesakes(TenantIndex index, String name) {
        return index.findNamesakes(InMemoryVendors.seatCustomer("s"), name);
    }

    /** Returns 32,768 different texts with the same hash. */
    private static List<String> textsWithEqualHashes() {
        return IntStream.range(0, 1 << 15)
                .mapToObj(bits -> IntStream.range(0, 15)
                        .mapToObj(bit -> (bits >> bit & 1) == 0 ? "b_" : "a~")
                        .collect(Collectors.joining("", "x", "")))
                .toList();
    }

    @Test
    void findsEachOfManyTenants() {
        for (int i = 0; i < 10_000; i++) {
            directory.with(customer("customer-" + i, null, guid(3 * i), guid(3 * i + 1)));
        }
        TenantIndex index = index(directory);

        for (int i = 0; i < 10_000; i++) {
            assertThat(customersOf(index, guid(3 * i + 1))).containsExactly("customer-" + i);
            assertThat(index.contains(guid(3 * i + 2))).isFalse();
            assertThat(index.locations(guid(3 * i + 2))).isEmpty();
        }
    }

    @Test
    void distinguishesTenantsWithEqualHashes() {
        directory.with(
                customer("a", null, new TenantId("Aa")),
                customer("b", null, new TenantId("BB")),
                customer("c", null, new TenantId("Aa")));
        TenantIndex index = index(directory);
        assertThat(new TenantId("Aa")).hasSameHashCodeAs(new TenantId("BB"));

        assertThat(index.locations(new TenantId("BB")))
                .containsExactly(
                        new LicenseRequestTarget(InMemoryVendors.licenseCustomer("b"), new TenantId("BB"), false));
        assertThat(customersOf(index, new TenantId("Aa"))).containsExactly("a", "c");
    }

    @Test
    void findsATenantInEverySpellingAndKeepsTheVendorsSpelling() {
        String plain = guid(5).value();
        String braced = "{" + plain.toUpperCase(Locale.ROOT) + "}";
        directory.with(
                customer("a", null, new TenantId(braced)),
                customer("b", null, guid(6)),
                customer("c", null, new TenantId(plain.replace("-", ""))));

        assertThat(index(directory).locations(new TenantId(" " + plain)).stream()
                        .map(location -> location.tenant().value()))
                .containsExactly(braced, plain.replace("-", ""));
    }

    @Test
    void findsTenantsAndNamesWithEqualHashesFast() {
        List<String> texts = textsWithEqualHashes();
        texts.forEach(text -> directory.with(customer(text, text, new TenantId(text))));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            TenantIndex index = index(directory);
            for (String text : texts) {
                index.markMatched(new TenantId(text));
                assertThat(index.locations(new TenantId(text))).hasSize(1);
                assertThat(namesakes(index, text)).hasSize(1);
            }
            assertThat(index.unmatched(true).collect().asList().await().indefinitely())
                    .isEmpty();
        });
    }

    @Test
    void listsTheCustomersOfATenantInTheOrderOfTheListing() {
        for (String id : List.of("z", "m", "a")) {
            directory.with(customer(id, null, new TenantId("shared")));
        }

        assertThat(customersOf(index(directory), new TenantId("shared"))).containsExactly("z", "m", "a");
    }

    @Test
    void findsCustomersByNameIgnoringLetterCaseAndBlanks() {
        directory.with(
                customer("a", " Contoso  Ltd", new TenantId("1")),
                customer("b", "Other", new TenantId("2")),
                customer("c", "CONTOSO\u00a0LTD", new TenantId("3")));

        assertThat(namesakes(index(directory), "contoso ltd"))
                .containsExactly(InMemoryVendors.licenseCustomer("a"), InMemoryVendors.licenseCustomer("c"));
    }

    /** Combining characters in an order that the JDK normalizes in quadratic time. */
    @Test
    void comparesHostileNamesFast() {
        String hostile = "a" + "\u0315\u0300".repeat(1 << 18);
        directory.with(customer("a", hostile), customer("b", hostile));
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(namesakes(index(directory), hostile)).hasSize(2));
    }

    @Test
    void takesLessThanSixHundredBytesATenant() {
        long heapBefore = heapInUse();
        TenantIndex index = index(new GeneratedDirectory());
        long bytes = heapInUse() - heapBefore;

        assertThat(index.contains(guid(TENANTS_PER_CUSTOMER * MANY_CUSTOMERS - 1)))
                .isTrue();
        assertThat(bytes / (TENANTS_PER_CUSTOMER * MANY_CUSTOMERS)).isBetween(100L, 600L);
    }

    private static long heapInUse() {
        Runtime java = Runtime.getRuntime();
        java.gc();
        return java.totalMemory() - java.freeMemory();
    }

    /** Generates each customer on demand, so that only the index uses heap. */
    private static final class GeneratedDirectory implements CustomerDirectory {
        private static final Provenance PROVENANCE =
                new Provenance(InMemoryVendors.LICENSES, "list", Instant.EPOCH, null);

        @Override
        public Flow.Publisher<Observed<Customer>> all() {
            return Multi.createFrom()
                    .range(0, MANY_CUSTOMERS)
                    .map(number -> new Observed<>(generated(number), PROVENANCE));
        }

        private static Customer generated(int number) {
            TenantId[] tenants = IntStream.range(0, TENANTS_PER_CUSTOMER)
                    .mapToObj(each -> guid(TENANTS_PER_CUSTOMER * number + each))
                    .toArray(TenantId[]::new);
            return customer(guid(-number - 1).value(), "Some Company of Average Name " + number, tenants);
        }

        @Override
        public CompletionStage<Observed<Customer>> find(CustomerId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Quantity> count() {
            return CompletableFuture.completedFuture(Quantity.unreported());
        }

        @Override
        public CompletionStage<Long> suspectResponseCount() {
            return CompletableFuture.completedFuture(0L);
        }
    }
}
