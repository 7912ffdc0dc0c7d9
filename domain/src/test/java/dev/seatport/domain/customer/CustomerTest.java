package dev.seatport.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerTest {
    private static final CustomerId ID = new CustomerId(new Vendor("acme"), "1");
    private static final Tenant TENANT = new Tenant(new TenantId("t"), "Tenant", TenantKind.GOOGLE);

    private static final Instant DELETED = Instant.parse("2024-05-06T07:08:09.1Z");

    private static Customer.Builder full() {
        return Customer.builder(ID)
                .organization("Café")
                .ownerEmail("owner@example.com")
                .status(CustomerServiceStatus.WORKING, "Working")
                .country("Norway")
                .tenants(List.of(TENANT))
                .tenantsWithoutId(2)
                .deletedAt(DELETED);
    }

    static Stream<UnaryOperator<Customer.Builder>> differences() {
        return Stream.of(
                customer -> customer.organization("Bar"),
                customer -> customer.ownerEmail("other@example.com"),
                customer -> customer.status(CustomerServiceStatus.FAILED, "Working"),
                customer -> customer.status(CustomerServiceStatus.WORKING, "working"),
                customer -> customer.country("Sweden"),
                customer -> customer.tenants(List.of()),
                customer -> customer.tenants(null),
                customer -> customer.tenantsWithoutId(1),
                customer -> customer.deletedAt(DELETED.plusSeconds(1)),
                customer -> customer.deletedAt(null));
    }

    @Test
    void hasReportedValues() {
        Customer customer = full().build();

        assertThat(customer.id()).isEqualTo(ID);
        assertThat(customer.organization()).contains("Café");
        assertThat(customer.ownerEmail()).contains("owner@example.com");
        assertThat(customer.status()).isEqualTo(CustomerServiceStatus.WORKING);
        assertThat(customer.statusText()).contains("Working");
        assertThat(customer.country()).contains("Norway");
        assertThat(customer.tenants()).contains(List.of(TENANT));
        assertThat(customer.tenantsWithoutId()).isEqualTo(2);
        assertThat(customer.deleted()).isTrue();
        assertThat(customer.deletedAt()).contains(DELETED);
    }

    @Test
    void lacksUnreportedValues() {
        Customer customer = Customer.builder(ID).build();

        assertThat(customer.organization()).isEmpty();
        assertThat(customer.ownerEmail()).isEmpty();
        assertThat(customer.status()).isEqualTo(CustomerServiceStatus.UNKNOWN);
        assertThat(customer.statusText()).isEmpty();
        assertThat(customer.country()).isEmpty();
        assertThat(customer.tenants()).isEmpty();
        assertThat(customer.tenantsWithoutId()).isZero();
        assertThat(customer.deleted()).isFalse();
        assertThat(customer.deletedAt()).isEmpty();
    }

    @Test
    void anEmptyListOfTenantsDiffersFromUnreportedTenants() {
        assertThat(Customer.builder(ID).tenants(List.of()).build().tenants()).contains(List.of());
    }

    @Test
    void copiesTheListOfTenants() {
        List<Tenant> tenants = new ArrayList<>(List.of(TENANT));
        Customer customer = Customer.builder(ID).tenants(tenants).build();

        tenants.clear();

        assertThat(customer.tenants()).contains(List.of(TENANT));
    }

    @Test
    void onlyCountsTenantsWithoutAnIdentifyingId() {
        Customer customer = Customer.builder(ID)
                .tenants(List.of(
                        TENANT,
                        new Tenant(new TenantId("00000000-0000-0000-0000-000000000000"), "pending", TenantKind.UNKNOWN),
                        new Tenant(new TenantId(" "), null, TenantKind.UNKNOWN)))
                .tenantsWithoutId(1)
                .build();

        assertThat(customer.tenants()).contains(List.of(TENANT));
        assertThat(customer.tenantsWithoutId()).isEqualTo(3);
    }

    @Test
    void hasACompleteTenantListOnlyIfAllTenantsHaveAnId() {
        assertThat(Customer.builder(ID).tenants(List.of()).build().isTenantListComplete())
                .isTrue();
        assertThat(Customer.builder(ID).build().isTenantListComplete()).isFalse();
        assertThat(Customer.builder(ID)
                        .tenants(List.of(TENANT))
                        .tenantsWithoutId(1)
                        .build()
                        .isTenantListComplete())
                .isFalse();
        assertThatThrownBy(() -> Customer.builder(ID).tenantsWithoutId(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalsACustomerWithTheSameValues() {
        assertThat(full().build()).isEqualTo(full().build()).hasSameHashCodeAs(full().build());
    }

    @ParameterizedTest
    @MethodSource("differences")
    void differsIfOneValueDiffers(UnaryOperator<Customer.Builder> difference) {
        assertThat(difference.apply(full()).build()).isNotEqualTo(full().build());
    }

    @Test
    void differsByItsIdAndFromAnythingElse() {
        assertThat(Customer.builder(ID).build())
                .isNotEqualTo(Customer.builder(new CustomerId(new Vendor("acme"), "2"))
                        .build())
                .isNotEqualTo("acme:1");
    }

    @Test
    void logsOnlyItsId() {
        assertThat(full().build()).hasToString("Customer[acme:1]");
    }

    @ParameterizedTest
    @CsvSource({
        "Germany, DE",
        "germany, DE",
        "de, DE",
        "DEU, DE",
        "United States, US",
        "United States of America, US",
        "U.S.A., US",
        "UK, GB",
        "Czech Republic, CZ",
        "Côte d\u2019Ivoire, CI",
        "Atlantis,",
        "' ',"
    })
    void derivesTheCodeOfItsCountry(String country, @Nullable String code) {
        Customer customer = Customer.builder(new CustomerId(new Vendor("globex"), "1"))
                .country(country)
                .build();

        assertThat(customer.country()).contains(country);
        assertThat(customer.countryCode()).isEqualTo(Optional.ofNullable(code));
    }
}
