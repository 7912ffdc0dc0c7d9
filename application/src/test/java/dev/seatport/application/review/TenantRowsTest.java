package dev.seatport.application.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TenantRowsTest {
    private static TenantId guid(int seed) {
        return new TenantId(new UUID(seed * 0x9E3779B97F4A7C15L, seed).toString());
    }

    private static void add(TenantRows rows, String customer, @Nullable String name, List<TenantId> tenants) {
        rows.add(
                Customer.builder(World.licenseCustomer(customer))
                        .organization(name)
                        .build(),
                tenants.stream()
                        .map(id -> new Tenant(id, null, TenantKind.MICROSOFT_365))
                        .toList());
    }

    @Test
    void findsEachOfManyTenantsAndNoOther() {
        TenantRows rows = new TenantRows();
        for (int i = 0; i < 10_000; i++) {
            add(rows, "customer-" + i, null, List.of(guid(3 * i), guid(3 * i + 1)));
        }
        rows.sorted();

        assertThat(rows.size()).isEqualTo(20_000);
        for (int i = 0; i < 10_000; i++) {
            assertThat(rows.find(guid(3 * i + 1)).mapToObj(rows::customerOf).map(rows::customerId))
                    .containsExactly("customer-" + i);
            assertThat(rows.find(guid(3 * i + 2))).isEmpty();
        }
    }

    @Test
    void tellsTenantsOfOneHashApart() {
        TenantRows rows = new TenantRows();
        add(rows, "a", null, List.of(new TenantId("Aa")));
        add(rows, "b", null, List.of(new TenantId("BB")));
        add(rows, "c", null, List.of(new TenantId("Aa")));
        rows.sorted();
        assertThat(new TenantId("Aa")).hasSameHashCodeAs(new TenantId("BB"));

        assertThat(rows.find(new TenantId("BB")).mapToObj(rows::tenant)).containsExactly(new TenantId("BB"));
        assertThat(rows.find(new TenantId("Aa")).mapToObj(rows::customerOf).map(rows::customerId))
                .containsExactly("a", "c");
    }

    @Test
    void findsATenantInEverySpelling() {
        String plain = guid(5).value();
        TenantRows rows = new TenantRows();
        add(rows, "a", null, List.of(new TenantId("{" + plain.toUpperCase(Locale.ROOT) + "}")));
        add(rows, "b", null, List.of(guid(6)));
        add(rows, "c", null, List.of(new TenantId(plain.replace("-", ""))));
        rows.sorted();

        assertThat(rows.find(new TenantId(" " + plain))
                        .mapToObj(row -> rows.tenant(row).value()))
                .containsExactly("{" + plain.toUpperCase(Locale.ROOT) + "}", plain.replace("-", ""));
    }

    @Test
    void findsTenantsAndNamesOfOneHashFast() {
        List<String> texts = IntStream.range(0, 1 << 15)
                .mapToObj(bits -> IntStream.range(0, 15)
                        .mapToObj(bit -> (bits >> bit & 1) == 0 ? "b_" : "a~")
                        .collect(Collectors.joining("", "x", "")))
                .toList();
        TenantRows rows = new TenantRows();
        texts.forEach(text -> add(rows, text, text, List.of(new TenantId(text))));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            rows.sorted();
            for (String text : texts) {
                assertThat(rows.find(new TenantId(text)).count()).isEqualTo(1);
                assertThat(rows.named(text).count()).isEqualTo(1);
            }
        });
    }

    @Test
    void listsTheCustomersOfATenantInTheOrderInWhichTheyCame() {
        TenantRows rows = new TenantRows();
        for (String customer : List.of("z", "m", "a")) {
            add(rows, customer, null, List.of(new TenantId("shared")));
        }
        rows.sorted();

        assertThat(rows.find(new TenantId("shared")).mapToObj(rows::customerOf).map(rows::customerId))
                .containsExactly("z", "m", "a");
    }

    @Test
    void keepsTextsOfAnyLengthAndAlphabet() {
        String arabic = "\u0634\u0631\u0643\u0629";
        TenantRows rows = new TenantRows();
        IntStream.of(0, 1, 127, 128, 300, 20_000)
                .forEach(length -> add(rows, "c" + "x".repeat(length), arabic + length, List.of()));
        rows.sorted();

        assertThat(IntStream.range(0, 6).mapToObj(row -> rows.customerId(row).length()))
                .containsExactly(1, 2, 128, 129, 301, 20_001);
        assertThat(rows.organization(5)).isEqualTo(arabic + "20000");
    }

    /** What the arrays hold, reckoned from their lengths: 100,000 tenants of GUIDs, each a customer of its own. */
    @Test
    void takesLessThanTwoHundredBytesATenant() {
        TenantRows rows = new TenantRows();
        for (int i = 0; i < 100_000; i++) {
            add(rows, guid(-i).value(), "Some Company of Average Name " + i, List.of(guid(i)));
        }

        assertThat(rows.sorted().bytes()).isLessThan(200L * 100_000);
    }

    /** Combining characters in an order that takes the JDK the square of their number to put right. */
    @Test
    void comparesNamesThatAreNoneFast() {
        String hostile = "a" + "\u0315\u0300".repeat(1 << 18);
        TenantRows rows = new TenantRows();
        add(rows, "a", hostile, List.of());
        add(rows, "b", hostile, List.of());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            rows.sorted();
            assertThat(rows.named(hostile).count()).isEqualTo(2);
        });
    }
}
