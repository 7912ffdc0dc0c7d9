package dev.seatport.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerTest {
    private static final CustomerId ID = new CustomerId(new Vendor("acme"), "1");
    private static final Tenant TENANT = new Tenant(new TenantId("t"), "Tenant", TenantKind.GOOGLE);

    private static Customer.Builder full() {
        return Customer.builder(ID)
                .organization("Café")
                .ownerEmail("owner@example.com")
                .status(CustomerStatus.WORKING, "Working")
                .country("Norway")
                .tenants(List.of(TENANT))
                .deleted(true);
    }

    static Stream<UnaryOperator<Customer.Builder>> differences() {
        return Stream.of(
                customer -> customer.organization("Bar"),
                customer -> customer.ownerEmail("other@example.com"),
                customer -> customer.status(CustomerStatus.FAILED, "Working"),
                customer -> customer.status(CustomerStatus.WORKING, "working"),
                customer -> customer.country("Sweden"),
                customer -> customer.tenants(List.of()),
                customer -> customer.tenants(null),
                customer -> customer.deleted(false));
    }

    @Test
    void hasWhatWasReported() {
        Customer customer = full().build();

        assertThat(customer.id()).isEqualTo(ID);
        assertThat(customer.organization()).contains("Café");
        assertThat(customer.ownerEmail()).contains("owner@example.com");
        assertThat(customer.status()).isEqualTo(CustomerStatus.WORKING);
        assertThat(customer.statusText()).contains("Working");
        assertThat(customer.country()).contains("Norway");
        assertThat(customer.tenants()).contains(List.of(TENANT));
        assertThat(customer.deleted()).isTrue();
    }

    @Test
    void lacksWhatWasNot() {
        Customer customer = Customer.builder(ID).build();

        assertThat(customer.organization()).isEmpty();
        assertThat(customer.ownerEmail()).isEmpty();
        assertThat(customer.status()).isEqualTo(CustomerStatus.UNKNOWN);
        assertThat(customer.statusText()).isEmpty();
        assertThat(customer.country()).isEmpty();
        assertThat(customer.tenants()).isEmpty();
        assertThat(customer.deleted()).isFalse();
    }

    @Test
    void noTenantsIsNotTheSameAsTenantsThatNobodyReported() {
        assertThat(Customer.builder(ID).tenants(List.of()).build().tenants()).contains(List.of());
    }

    @Test
    void keepsItsTenantsWhateverBecomesOfTheList() {
        List<Tenant> tenants = new ArrayList<>(List.of(TENANT));
        Customer customer = Customer.builder(ID).tenants(tenants).build();

        tenants.clear();

        assertThat(customer.tenants()).contains(List.of(TENANT));
    }

    @Test
    void equalsACustomerWithTheSameReport() {
        assertThat(full().build()).isEqualTo(full().build()).hasSameHashCodeAs(full().build());
    }

    @ParameterizedTest
    @MethodSource("differences")
    void differsByWhateverWasReportedDifferently(UnaryOperator<Customer.Builder> difference) {
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
    void tellsLogsNothingButItsId() {
        assertThat(full().build()).hasToString("Customer[acme:1]");
    }
}
