package dev.seatport.sandbox.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustomerTraitTest {
    private static final int BACKUP = 2048;

    private final SimulatedFleet fleet = SimulatedFleet.generate(280, 2026);

    private List<SimulatedCustomer> with(CustomerTrait trait) {
        return fleet.customers().stream()
                .filter(customer -> customer.trait() == trait)
                .toList();
    }

    private static long assigned(SimulatedCustomer customer) {
        return customer.tenantsOfKind(SimulatedTenant.MICROSOFT_365).stream()
                .mapToLong(tenant -> Objects.requireNonNull(tenant.assignedSeats()))
                .sum();
    }

    private static long count(@Nullable Long count) {
        return Objects.requireNonNull(count);
    }

    private static SimulatedLicense firstLicense(SimulatedCustomer customer) {
        return customer.accounts().get(0).licenses().get(0);
    }

    @Test
    void appearInBackupSeats() {
        assertThat(with(CustomerTrait.BACKUP_SHORTFALL))
                .allSatisfy(customer -> assertThat(assigned(customer)
                                - count(customer.purchasedByProduct().get(BACKUP)))
                        .isGreaterThanOrEqualTo(3));
        assertThat(with(CustomerTrait.BACKUP_SURPLUS))
                .allSatisfy(customer -> assertThat(
                                count(customer.purchasedByProduct().get(BACKUP)))
                        .isGreaterThan(2 * assigned(customer)));
    }

    @Test
    void appearInUnassignedLicenses() {
        assertThat(with(CustomerTrait.MANY_UNASSIGNED)).allSatisfy(customer -> {
            SimulatedLicense license = firstLicense(customer);
            assertThat(count(license.available())).isGreaterThanOrEqualTo(5);
            assertThat(count(license.available()) * 10).isGreaterThanOrEqualTo(count(license.active()));
        });
        assertThat(with(CustomerTrait.NONE_LEFT))
                .allSatisfy(customer ->
                        assertThat(count(firstLicense(customer).available())).isZero());
    }

    @Test
    void ofOverAssignmentHaveBothForms() {
        assertThat(with(CustomerTrait.OVER_ASSIGNED)).allSatisfy(customer -> {
            SimulatedLicense license = firstLicense(customer);
            assertThat(count(license.consumed())).isGreaterThan(count(license.active()));
            assertThat(count(license.active())).isPositive();
        });
        assertThat(with(CustomerTrait.OVER_ASSIGNED))
                .extracting(customer -> Long.signum(count(firstLicense(customer).available())))
                .contains(-1, 0);
    }

    @Test
    void appearInCounts() {
        assertThat(with(CustomerTrait.AVAILABLE_DISAGREES)).allSatisfy(customer -> {
            SimulatedLicense license = firstLicense(customer);
            assertThat(count(license.available())).isNotEqualTo(count(license.active()) - count(license.consumed()));
        });
        assertThat(with(CustomerTrait.NULL_COUNTS)).allSatisfy(customer -> {
            assertThat(customer.tenants().get(0).assignedSeats()).isNull();
            assertThat(firstLicense(customer).consumed()).isNull();
        });
    }

    @Test
    void appearInTenantsThatOnlyOneVendorHas() {
        assertThat(with(CustomerTrait.CUSTOMER_UNKNOWN_TO_C3)).allSatisfy(customer -> {
            assertThat(customer.c3CustomerId()).isNull();
            assertThat(customer.accounts()).isEmpty();
        });
        assertThat(with(CustomerTrait.TENANT_UNKNOWN_TO_C3)).allSatisfy(customer -> {
            assertThat(customer.tenants()).hasSize(2);
            assertThat(customer.accounts()).hasSize(1);
        });
        assertThat(with(CustomerTrait.TENANT_UNKNOWN_TO_AVEPOINT)).allSatisfy(customer -> {
            assertThat(customer.tenants()).hasSize(1);
            assertThat(customer.accounts()).hasSize(2);
        });
        assertThat(with(CustomerTrait.NO_TENANTS)).allSatisfy(customer -> {
            assertThat(customer.tenants()).isEmpty();
            assertThat(customer.accounts()).hasSize(1);
            assertThat(customer.purchasedByProduct()).doesNotContainKey(BACKUP);
        });
    }

    @Test
    void appearInOtherForms() {
        assertThat(with(CustomerTrait.SEVERAL_TENANTS))
                .allSatisfy(customer -> assertThat(customer.accounts())
                        .hasSize(3)
                        .extracting(SimulatedC3Customer::c3CustomerId)
                        .containsOnly(customer.c3CustomerId()));
        assertThat(with(CustomerTrait.OTHER_KINDS)).allSatisfy(customer -> {
            assertThat(customer.tenants()).extracting(SimulatedTenant::kindCode).containsExactly(0, 1, 2, 3);
            assertThat(customer.purchasedByProduct()).containsKeys(32, BACKUP, 131072, 33554432);
        });
        assertThat(with(CustomerTrait.DELETED_IN_C3))
                .allSatisfy(customer ->
                        assertThat(customer.accounts().get(0).deletedOn()).isNotNull());
        assertThat(fleet.customer(1).purchasedByProduct()).containsEntry(60, 0L);
        assertThat(fleet.customer(1).accounts().get(0).tags()).isNull();
    }
}
