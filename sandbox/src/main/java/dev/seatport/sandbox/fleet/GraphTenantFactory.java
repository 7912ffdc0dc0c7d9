package dev.seatport.sandbox.fleet;

import dev.seatport.sandbox.fleet.SimulatedGraphSubscription.Owner;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Derives the tenants in Microsoft Graph from C3's rows. So both report the same units of the same SKUs. SKUs that C3 does not report are
 * added for the traits of Graph only.
 */
final class GraphTenantFactory {
    private static final LocalDate FIRST_RENEWAL = LocalDate.of(2027, 1, 1);
    private static final int RENEWAL_RANGE_DAYS = 365;
    private static final List<String> ONE_CONTRACT = List.of("ResellerPartner");
    private static final List<String> TWO_CONTRACTS = List.of("ResellerPartner", "BreadthPartner");

    private static final Sku IN_WARNING =
            new Sku("2c9e71d4-08fa-4b63-a5d1-6e47b3f80c92", "Microsoft Entra ID P1", "AAD_PREMIUM");
    private static final Sku SUSPENDED =
            new Sku("b70d35fe-9c12-4e8a-87f4-d15a6c02e93b", "Enterprise Mobility + Security E3", "EMS");
    private static final Sku LOCKED_OUT =
            new Sku("45f8ac19-d37b-4026-b9e5-08c2714fda6e", "Planner and Project Plan 5", "PROJECTPREMIUM");
    private static final Sku FOR_THE_COMPANY =
            new Sku("e1b64f07-52ac-4d98-9034-7fc8a25d16b3", "Office 365 Extra File Storage", "SHAREPOINTSTORAGE");
    private static final Sku TRIAL =
            new Sku("9d0752b8-f6e3-41ca-8b7d-c41e903af265", "Microsoft Teams Premium", "Microsoft_Teams_Premium");
    /** The id is Microsoft's, because policies list free SKUs by id. */
    private static final Sku FREE =
            new Sku("f30db892-07e9-47e9-837c-80727f46fd3d", "Microsoft Power Automate Free", "FLOW_FREE");

    private final String tenantId;
    private final List<SimulatedGraphLicense> licenses = new ArrayList<>();
    private int subscriptionCount;

    private GraphTenantFactory(String tenantId) {
        this.tenantId = tenantId;
    }

    static List<SimulatedGraphTenant> tenants(SimulatedCustomer customer) {
        List<SimulatedGraphTenant> tenants = new ArrayList<>();
        for (SimulatedC3Customer account : customer.accounts()) {
            if (account.deletedOn() == null) {
                // Only the first tenant has the customer's trait.
                CustomerTrait shown = tenants.isEmpty() ? customer.trait() : CustomerTrait.NONE;
                tenants.add(tenant(account, customer.index(), shown));
            }
        }
        return List.copyOf(tenants);
    }

    private static SimulatedGraphTenant tenant(SimulatedC3Customer account, int index, CustomerTrait trait) {
        String tenantId = account.tenantId().toLowerCase(Locale.ROOT);
        GraphTenantFactory factory = new GraphTenantFactory(tenantId);
        account.licenses().forEach(factory::addLicenseOfC3);
        factory.addLicensesOfTrait(trait, index / CustomerTrait.PERIOD % 2 == 1);
        return new SimulatedGraphTenant(
                tenantId,
                account.tenantName(),
                account.domainName(),
                index % 6 == 2 ? TWO_CONTRACTS : ONE_CONTRACT,
                trait != CustomerTrait.GRAPH_CONSENT_MISSING,
                trait != CustomerTrait.GRAPH_SUBSCRIPTIONS_REFUSED,
                factory.licenses);
    }

    private void addLicenseOfC3(SimulatedLicense license) {
        String sku = license.skuId();
        long active = license.active() == null ? 0 : license.active();
        long total = license.total() == null ? active : license.total();
        long first = license.subscriptionNames().contains(",") ? active / 2 : active;
        add(
                new SimulatedGraphLicense(
                        sku, Sku.partNumber(sku), true, license.total(), 0, 0, 0, license.consumed(), List.of()),
                subscription(Owner.PARTNER, "Enabled", first),
                subscription(Owner.PARTNER, "Enabled", active - first),
                subscription(Owner.OTHER_PARTNER, "Enabled", total - active));
    }

    private void addLicensesOfTrait(CustomerTrait trait, boolean variant) {
        switch (trait) {
            case GRAPH_UNITS_IN_WARNING -> {
                long enabled = variant ? 5 : 0;
                add(
                        license(IN_WARNING, true, enabled, 12 - enabled, 0, 0, 10),
                        subscription(Owner.PARTNER, "Enabled", enabled),
                        subscription(Owner.PARTNER, "Warning", 12 - enabled));
            }
            case GRAPH_UNITS_SUSPENDED -> {
                add(
                        license(SUSPENDED, true, 0, 0, 8, 0, 6),
                        subscription(Owner.PARTNER, "Suspended", 8),
                        subscription(Owner.PARTNER, "Deleted", 3));
                add(license(LOCKED_OUT, true, 0, 0, 0, 4, 0), subscription(Owner.PARTNER, "LockedOut", 4));
            }
            case GRAPH_COMPANY_AND_FREE_SKUS -> {
                add(license(FOR_THE_COMPANY, false, 50, 0, 0, 0, 0), subscription(Owner.PARTNER, "Enabled", 50));
                add(license(FREE, true, 10_000, 0, 0, 0, 7), subscription(Owner.NO_PARTNER, "Enabled", 10_000));
                add(license(TRIAL, true, 25, 0, 0, 0, 25), trial(25));
            }
            default -> {
                // No other trait adds a SKU.
            }
        }
    }

    private static SimulatedGraphLicense license(
            Sku sku, boolean assignable, long enabled, long warning, long suspended, long lockedOut, long consumed) {
        return new SimulatedGraphLicense(
                sku.id(), sku.partNumber(), assignable, enabled, warning, suspended, lockedOut, consumed, List.of());
    }

    /** Adds a license with those of the subscriptions that have units. */
    private void add(SimulatedGraphLicense license, SimulatedGraphSubscription... subscriptions) {
        licenses.add(license.withSubscriptions(Stream.of(subscriptions)
                .filter(subscription -> subscription.totalLicenses() > 0)
                .toList()));
    }

    private SimulatedGraphSubscription trial(long units) {
        return subscription(Owner.PARTNER, "Enabled", true, units);
    }

    private SimulatedGraphSubscription subscription(Owner owner, String status, long units) {
        return subscription(owner, status, false, units);
    }

    private SimulatedGraphSubscription subscription(Owner owner, String status, boolean isTrial, long units) {
        subscriptionCount++;
        String id = UUID.nameUUIDFromBytes((tenantId + subscriptionCount).getBytes(StandardCharsets.US_ASCII))
                .toString();
        LocalDate renewal = FIRST_RENEWAL.plusDays(Math.floorMod(id.hashCode(), RENEWAL_RANGE_DAYS));
        return new SimulatedGraphSubscription(id, owner, status, isTrial, units, renewal + "T00:00:00Z");
    }
}
