package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerServiceStatus;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowDigestTest {
    private static final Vendor ACME = new Vendor("acme");
    private static final CustomerId CUSTOMER = new CustomerId(ACME, "c-1");
    private static final String GUID = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
    private static final TenantId TENANT = new TenantId(GUID);

    private final RowDigest digest = new RowDigest(7);

    private static TenantSeats seats(Tenant tenant, Quantity assigned, Quantity available) {
        return new TenantSeats(CUSTOMER, tenant, assigned, available);
    }

    private static Tenant tenant(String id, String name) {
        return new Tenant(new TenantId(id), name, TenantKind.GOOGLE);
    }

    /** Groups of pairwise different values. */
    static List<List<Object>> different() {
        Quantity ten = Quantity.of(10);
        Tenant tenant = new Tenant(TENANT, "one", TenantKind.GOOGLE);
        Customer.Builder plain = Customer.builder(CUSTOMER);
        return List.of(
                List.of("", "a", "b", "aa", "ab", "ba", "abcd", "abcde", "abcd\0", "abcd\0\0", "a\0"),
                List.of(1, -1, 0, 10L, 100L),
                List.of(
                        new TenantId("x"),
                        new TenantId("X"),
                        TENANT,
                        new TenantId(GUID.replace('0', '1')),
                        new TenantId(GUID.replace("-", "_")),
                        new TenantId(GUID.substring(1)),
                        new TenantId("g" + GUID.substring(1))),
                List.of(
                        seats(tenant, ten, ten),
                        seats(tenant, Quantity.of(20), ten),
                        seats(tenant, ten, Quantity.of(20)),
                        seats(tenant, Quantity.of(-10), ten),
                        seats(tenant, Quantity.of(0), ten),
                        seats(tenant, Quantity.unreported(), ten),
                        seats(tenant, ten, Quantity.unreported()),
                        seats(new Tenant(TENANT, "two", TenantKind.GOOGLE), ten, ten),
                        seats(new Tenant(TENANT, null, TenantKind.GOOGLE), ten, ten),
                        seats(new Tenant(TENANT, "", TenantKind.GOOGLE), ten, ten),
                        seats(new Tenant(TENANT, "one", TenantKind.UNKNOWN), ten, ten)),
                List.of(
                        plain.build(),
                        Customer.builder(new CustomerId(ACME, "c-2")).build(),
                        Customer.builder(CUSTOMER).organization("o").build(),
                        Customer.builder(CUSTOMER).ownerEmail("o").build(),
                        Customer.builder(CUSTOMER).country("o").build(),
                        Customer.builder(CUSTOMER).statusText("o").build(),
                        Customer.builder(CUSTOMER)
                                .status(CustomerServiceStatus.WORKING)
                                .build(),
                        Customer.builder(CUSTOMER).deletedAt(Instant.EPOCH).build(),
                        Customer.builder(CUSTOMER).tenantsWithoutId(1).build(),
                        Customer.builder(CUSTOMER).tenants(List.of()).build(),
                        Customer.builder(CUSTOMER)
                                .tenants(List.of(tenant("t", "n")))
                                .build(),
                        Customer.builder(CUSTOMER)
                                .tenants(List.of(tenant("t", "m")))
                                .build(),
                        Customer.builder(CUSTOMER)
                                .tenants(List.of(tenant("t", "n"), tenant("t", "n")))
                                .build()));
    }

    @ParameterizedTest
    @MethodSource("different")
    void differsForDifferentValues(List<Object> values) {
        Set<Long> digests = new HashSet<>();
        values.forEach(value -> digests.add(digest.of(value)));
        assertThat(digests).hasSameSizeAs(values);
        values.forEach(value -> assertThat(digest.of(value)).isEqualTo(digest.of(value)));
    }

    /** The digest of a GUID is made of its bits, so each of its characters must count. */
    @Test
    void differsForEachCharacterOfAGuid() {
        Set<Long> digests = new HashSet<>();
        int values = 0;
        for (int at = 0; at < GUID.length(); at++) {
            String digits = GUID.charAt(at) == '-' ? "-x_" : "0123456789abcdefg\u0080\u0101";
            for (int i = 0; i < digits.length(); i++) {
                String id = GUID.substring(0, at) + digits.charAt(i) + GUID.substring(at + 1);
                if (!id.equals(GUID) || at == 0) {
                    digests.add(digest.of(new TenantId(id)));
                    values++;
                }
            }
        }
        assertThat(digests).hasSize(values);
    }

    @Test
    void differsForEachIdOfEveryType() {
        assertThat(digest.of(new CustomerId(ACME, "c-1"))).isNotEqualTo(digest.of(new CustomerId(ACME, "c-2")));
        assertThat(digest.of(new SkuId("s-1"))).isNotEqualTo(digest.of(new SkuId("s-2")));
    }

    @Test
    void differsForEachTenantOfACustomer() {
        Tenant plain = new Tenant(new TenantId("t"), "n", TenantKind.GOOGLE);
        List<Tenant> tenants = List.of(
                plain,
                new Tenant(new TenantId("u"), "n", TenantKind.GOOGLE),
                new Tenant(new TenantId("t"), "n", TenantKind.UNKNOWN),
                new Tenant(new TenantId("t"), "m", TenantKind.GOOGLE),
                new Tenant(new TenantId("t"), null, TenantKind.GOOGLE));
        assertThat(tenants.stream()
                        .map(tenant -> digest.of(Customer.builder(CUSTOMER)
                                .tenants(List.of(tenant))
                                .build()))
                        .distinct())
                .hasSameSizeAs(tenants);
    }

    /** Moving characters from one text to the next must not result in the same digest. */
    @Test
    void differsForTextsThatAreJoinedToTheSameOne() {
        assertThat(Stream.of("ab|c", "a|bc", "abc|", "|abc")
                        .map(names -> names.split("\\|", -1))
                        .map(names -> digest.of(Customer.builder(CUSTOMER)
                                .organization(names[0])
                                .ownerEmail(names[1])
                                .build()))
                        .distinct())
                .hasSize(4);
    }

    @Test
    void isTheSameForEverySpellingOfAnId() {
        Stream.of(GUID.toUpperCase(Locale.ROOT), "{" + GUID + "}", GUID.replace("-", ""), " " + GUID)
                .forEach(spelling -> {
                    assertThat(digest.of(new TenantId(spelling))).isEqualTo(digest.of(TENANT));
                    assertThat(digest.of(new SkuId(spelling))).isEqualTo(digest.of(new SkuId(GUID)));
                    assertThat(digest.of(new CustomerId(ACME, spelling)))
                            .isEqualTo(digest.of(new CustomerId(ACME, GUID)));
                    assertThat(digest.of(seats(tenant(spelling, "n"), Quantity.of(1), Quantity.of(1))))
                            .isEqualTo(digest.of(seats(tenant(GUID, "n"), Quantity.of(1), Quantity.of(1))));
                });
    }

    @Test
    void differsForDifferentSeeds() {
        assertThat(new RowDigest(8).of("a")).isNotEqualTo(digest.of("a"));
        assertThat(new RowDigest(7).of("a")).isEqualTo(digest.of("a"));
    }

    @Test
    void distinguishesValuesWithTheSameHashCode() {
        List<String> texts = IntStream.range(0, 1 << 12)
                .mapToObj(bits -> IntStream.range(0, 12)
                        .mapToObj(bit -> (bits >> bit & 1) == 0 ? "Aa" : "BB")
                        .reduce("", String::concat))
                .toList();
        assertThat(texts.stream().map(String::hashCode).distinct()).hasSize(1);
        assertThat(texts.stream().map(digest::of).distinct()).hasSize(1 << 12);
        // The lower half selects the slot.
        assertThat(texts.stream().map(text -> (int) digest.of(text)).distinct()).hasSizeGreaterThan((1 << 12) - 4);
    }
}
