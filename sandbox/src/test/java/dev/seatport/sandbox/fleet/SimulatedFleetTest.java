package dev.seatport.sandbox.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedFleetTest {
    private static final int BACKUP = 2048;

    private final SimulatedFleet fleet = SimulatedFleet.generate(280, 2026);

    private static long assigned(SimulatedCustomer customer) {
        return customer.tenantsOfKind(SimulatedTenant.MICROSOFT_365).stream()
                .mapToLong(tenant -> Objects.requireNonNull(tenant.assignedSeats()))
                .sum();
    }

    private static long count(@Nullable Long count) {
        return Objects.requireNonNull(count);
    }

    @Nested
    class Generation {
        @Test
        void createsTheSameFleetForTheSameSeed() {
            assertThat(SimulatedFleet.generate(280, 2026).customers()).isEqualTo(fleet.customers());
        }

        @Test
        void createsAnotherFleetForAnotherSeed() {
            assertThat(SimulatedFleet.generate(280, 7).customer(0).avePointId())
                    .isNotEqualTo(fleet.customer(0).avePointId());
            assertThat(SimulatedFleet.generate(280, 7).customer(0).organization())
                    .isNotEqualTo(fleet.customer(0).organization());
        }

        @Test
        void createsACustomerIndependentOfTheFleetSize() {
            assertThat(SimulatedFleet.generate(100_000, 2026).customer(279)).isEqualTo(fleet.customer(279));
        }

        @Test
        void checksItsLimits() {
            assertThat(SimulatedFleet.generate(0, 1).customers()).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> SimulatedFleet.generate(-1, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> SimulatedFleet.generate(1, 1, -1));
            assertThatThrownBy(() -> fleet.customer(280)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> fleet.customer(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 3, 100})
        void createsTheRequestedTenantsForEveryCustomer(int tenants) {
            for (SimulatedCustomer customer : SimulatedFleet.generate(28, 1, TenantsPerCustomer.ofEach(tenants))
                    .customers()) {
                int wanted = switch (customer.trait()) {
                    case NO_TENANTS -> 0;
                    case TENANT_UNKNOWN_TO_AVEPOINT -> Math.min(tenants, Math.max(1, tenants - 1));
                    default -> tenants;
                };
                assertThat(customer.tenantsOfKind(SimulatedTenant.MICROSOFT_365))
                        .as("%s", customer.trait())
                        .hasSize(wanted);
            }
        }

        @Test
        void allowsAnotherNumberForTheFirstCustomer() {
            SimulatedFleet each =
                    SimulatedFleet.generate(2, 1, TenantsPerCustomer.ofEach(3).ofFirst(5));
            assertThat(each.customer(0).tenants()).hasSize(5);
            assertThat(each.customer(1).tenants()).hasSize(3);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TenantsPerCustomer.ofEach(101))
                    .withMessageContaining("0 to 100");
            assertThatIllegalArgumentException().isThrownBy(() -> TenantsPerCustomer.ofEach(-1));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 237})
        void createsTheRequestedTenantsForTheFirstCustomer(int tenants) {
            SimulatedCustomer first = SimulatedFleet.generate(2, 1, tenants).customer(0);
            assertThat(first.tenantsOfKind(SimulatedTenant.MICROSOFT_365)).hasSize(tenants);
            assertThat(first.accounts()).hasSize(tenants);
            assertThat(first.tenants()).extracting(SimulatedTenant::id).doesNotHaveDuplicates();
        }
    }

    @Nested
    class Lookup {
        private final SimulatedFleet large = SimulatedFleet.generate(100_000, 5);

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 5, 7, 14, 77_777, 99_999})
        void findsACustomerByEachOfItsIds(int index) {
            SimulatedCustomer customer = large.customer(index);
            assertThat(large.byAvePointId(customer.avePointId().toUpperCase(Locale.ROOT)))
                    .hasValue(customer);
            for (SimulatedC3Customer account : customer.accounts()) {
                assertThat(large.byC3Id(account.c3CustomerId().toLowerCase(Locale.ROOT)))
                        .hasValue(customer);
                assertThat(large.byMicrosoftTenant(account.tenantId())).hasValue(customer);
                assertThat(large.account(account.c3CustomerId(), account.tenantId()))
                        .hasValue(account);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "0123456", "not hexadecimal", "00000000", "-1234567", "+1234567-0000"})
        void findsNoCustomerByAnotherText(String id) {
            assertThat(large.byAvePointId(id)).isEmpty();
            assertThat(large.byC3Id(id)).isEmpty();
            assertThat(large.byMicrosoftTenant(id)).isEmpty();
        }

        @Test
        void findsNoCustomerByTheBeginningOfAnId() {
            String id = large.customer(3).avePointId();
            assertThat(large.byAvePointId(id.substring(0, 20))).isEmpty();
        }

        @Test
        void keepsIdsOfDifferentKindsApart() {
            Set<String> ids = new HashSet<>();
            for (SimulatedCustomer customer : fleet.customers()) {
                assertThat(ids.add(customer.avePointId())).isTrue();
                String c3Id = customer.c3CustomerId();
                assertThat(c3Id == null || ids.add(c3Id.toLowerCase(Locale.ROOT)))
                        .isTrue();
                customer.tenants()
                        .forEach(tenant -> assertThat(ids.add(tenant.id())).isTrue());
            }
        }
    }

    @Nested
    class Shape {
        @Test
        void ofMostCustomersIsHealthy() {
            long healthy = fleet.customers().stream()
                    .filter(customer -> customer.trait().isHealthy())
                    .count();
            assertThat(healthy).isGreaterThan(fleet.size() / 2);
        }

        @ParameterizedTest
        @EnumSource(CustomerTrait.class)
        void hasEachTraitInAFleetOfAFewDozen(CustomerTrait trait) {
            assertThat(SimulatedFleet.generate(CustomerTrait.PERIOD, 1).firstWith(trait))
                    .isPresent();
        }

        @Test
        void ofAnEmptyFleetHasNoTrait() {
            assertThat(SimulatedFleet.generate(0, 1).firstWith(CustomerTrait.NONE))
                    .isEmpty();
        }

        @Test
        void ofHealthyCustomersCoversAssignedSeats() {
            for (SimulatedCustomer customer : fleet.customers()) {
                if (!customer.trait().isHealthy()) {
                    continue;
                }
                assertThat(count(customer.purchasedByProduct().get(BACKUP)) - assigned(customer))
                        .isBetween(0L, 1L);
                assertThat(customer.accounts())
                        .flatExtracting(SimulatedC3Customer::licenses)
                        .allSatisfy(license -> {
                            long available = count(license.available());
                            assertThat(available).isBetween(1L, 4L);
                            assertThat(count(license.total())).isEqualTo(count(license.consumed()) + available);
                            assertThat(count(license.total())).isGreaterThanOrEqualTo(count(license.active()));
                        });
            }
        }

        @Test
        void ofIdsIsMostlyAGuid() {
            assertThat(UUID.fromString(fleet.customer(0).avePointId()).version())
                    .isEqualTo(4);
            assertThat(fleet.customer(7).avePointId()).hasSize(35);
            assertThat(fleet.customers())
                    .extracting(SimulatedCustomer::ownerEmail)
                    .allMatch(email -> email.matches("[a-z0-9.@-]+\\.example\\.(com|org)"))
                    .doesNotHaveDuplicates();
        }

        @Test
        void ofSubscriptionsFollowsTheVendor() {
            Set<String> names = new HashSet<>();
            fleet.customers().stream()
                    .flatMap(customer -> customer.accounts().stream())
                    .flatMap(account -> account.licenses().stream())
                    .forEach(license -> names.add(license.subscriptionNames()));
            assertThat(names).allMatch(name -> name.startsWith(" "));
            assertThat(names).anyMatch(name -> name.contains("(Monthly), "));
            assertThat(names).anyMatch(name -> name.endsWith("(Plan 1)(Annual)"));
            assertThat(names).anyMatch(name -> name.endsWith(" Power BI Pro"));
        }

        @Test
        void ofRecordsIsImmutable() {
            SimulatedCustomer customer = fleet.customer(0);
            assertThatThrownBy(() -> customer.tenants().clear()).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> customer.purchasedByProduct().clear())
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> customer.accounts().get(0).licenses().clear())
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatIllegalArgumentException().isThrownBy(() -> new SimulatedTenant("x", "x", 4, 1L, 1L));
        }
    }
}
