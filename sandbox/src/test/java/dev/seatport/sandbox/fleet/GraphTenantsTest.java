package dev.seatport.sandbox.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GraphTenantsTest {
    private final SimulatedFleet fleet = SimulatedFleet.generate(280, 2026);

    private SimulatedGraphTenant tenantWith(CustomerTrait trait) {
        return fleet.firstWith(trait).orElseThrow().graphTenants().get(0);
    }

    private List<SimulatedGraphLicense> addedLicenses(CustomerTrait trait, int period) {
        SimulatedCustomer customer =
                fleet.customer(fleet.firstWith(trait).orElseThrow().index() + period * CustomerTrait.PERIOD);
        List<SimulatedGraphLicense> all = customer.graphTenants().get(0).licenses();
        return all.subList(customer.accounts().get(0).licenses().size(), all.size());
    }

    @ParameterizedTest
    @EnumSource(
            value = CustomerTrait.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DELETED_IN_C3"})
    void reportTheUnitsThatC3Reports(CustomerTrait trait) {
        SimulatedCustomer customer = fleet.firstWith(trait).orElseThrow();
        assertThat(customer.graphTenants()).hasSameSizeAs(customer.accounts());
        for (int i = 0; i < customer.accounts().size(); i++) {
            SimulatedC3Customer account = customer.accounts().get(i);
            SimulatedGraphTenant tenant = customer.graphTenants().get(i);
            assertThat(tenant.tenantId()).isEqualTo(account.tenantId().toLowerCase(Locale.ROOT));
            for (int row = 0; row < account.licenses().size(); row++) {
                SimulatedLicense inC3 = account.licenses().get(row);
                SimulatedGraphLicense inGraph = tenant.licenses().get(row);
                assertThat(inGraph.skuId()).isEqualTo(inC3.skuId());
                assertThat(inGraph.enabled()).isEqualTo(inC3.total());
                assertThat(inGraph.consumed()).isEqualTo(inC3.consumed());
                assertThat(inGraph.purchased()).isEqualTo(inC3.active());
                assertThat(inGraph.partNumber()).isNotBlank();
            }
        }
    }

    @Test
    void leaveOutADeletedCustomer() {
        assertThat(fleet.firstWith(CustomerTrait.DELETED_IN_C3).orElseThrow().graphTenants())
                .isEmpty();
    }

    @Test
    void areFoundByIdWithoutLetterCase() {
        SimulatedGraphTenant tenant = tenantWith(CustomerTrait.LETTER_CASE);
        assertThat(fleet.graphTenant(tenant.tenantId().toUpperCase(Locale.ROOT)))
                .hasValue(tenant);
        assertThat(fleet.graphTenant("x")).isEmpty();
    }

    @Test
    void haveUnitsInWarningInTwoForms() {
        SimulatedGraphLicense all =
                addedLicenses(CustomerTrait.GRAPH_UNITS_IN_WARNING, 0).get(0);
        assertThat(List.of(all.enabled(), all.warning(), all.consumed(), all.purchased()))
                .containsExactly(0L, 12L, 10L, 12L);
        SimulatedGraphLicense some =
                addedLicenses(CustomerTrait.GRAPH_UNITS_IN_WARNING, 1).get(0);
        assertThat(List.of(some.enabled(), some.warning(), some.consumed(), some.purchased()))
                .containsExactly(5L, 7L, 10L, 12L);
    }

    @Test
    void haveSuspendedAndLockedOutUnitsThatAreNotPurchased() {
        List<SimulatedGraphLicense> added = addedLicenses(CustomerTrait.GRAPH_UNITS_SUSPENDED, 0);
        assertThat(added).extracting(SimulatedGraphLicense::suspended).containsExactly(8L, 0L);
        assertThat(added).extracting(SimulatedGraphLicense::lockedOut).containsExactly(0L, 4L);
        assertThat(added).extracting(SimulatedGraphLicense::purchased).containsOnly(0L);
    }

    @Test
    void haveACompanyProductAFreeOneAndATrial() {
        List<SimulatedGraphLicense> added = addedLicenses(CustomerTrait.GRAPH_COMPANY_AND_FREE_SKUS, 0);
        assertThat(added).extracting(SimulatedGraphLicense::assignable).containsExactly(false, true, true);
        assertThat(added).extracting(SimulatedGraphLicense::purchased).containsExactly(50L, 0L, 0L);
        assertThat(added.get(1).skuId()).isEqualTo("f30db892-07e9-47e9-837c-80727f46fd3d");
    }

    @Test
    void refuseConsentOrSubscriptionsInSomeTenantsOnly() {
        assertThat(tenantWith(CustomerTrait.GRAPH_CONSENT_MISSING).hasConsent()).isFalse();
        assertThat(tenantWith(CustomerTrait.GRAPH_SUBSCRIPTIONS_REFUSED).permitsSubscriptions())
                .isFalse();
        assertThat(fleet.customers().stream()
                        .flatMap(customer -> customer.graphTenants().stream())
                        .filter(tenant -> !tenant.hasConsent() || !tenant.permitsSubscriptions()))
                .hasSize(2 * 280 / CustomerTrait.PERIOD);
    }

    @Test
    void haveSubscriptionsWithUnitsAndDistinctIds() {
        Set<String> ids = new HashSet<>();
        fleet.customers().stream()
                .flatMap(customer -> customer.graphTenants().stream())
                .flatMap(tenant -> tenant.licenses().stream())
                .flatMap(license -> license.subscriptions().stream())
                .forEach(subscription -> {
                    assertThat(ids.add(subscription.id())).isTrue();
                    assertThat(subscription.totalLicenses()).isPositive();
                });
    }
}
