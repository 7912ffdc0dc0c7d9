package dev.seatport.sandbox.fleet;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Derives customers from the seed and their index. Immutable. */
final class CustomerFactory {
    private static final int WORKING = 1;
    private static final int WAITING_FOR_CONFIGURATION = 3;

    private final long seed;
    private final TenantCounts tenantCounts;
    private final IdScheme avePointIds;
    private final IdScheme c3Ids;
    private final IdScheme tenantIds;

    CustomerFactory(long seed, TenantCounts tenantCounts) {
        this.seed = seed;
        this.tenantCounts = tenantCounts;
        this.avePointIds = new IdScheme(seed, -1);
        this.c3Ids = new IdScheme(seed, -2);
        this.tenantIds = new IdScheme(seed, -3);
    }

    IdScheme avePointIds() {
        return avePointIds;
    }

    IdScheme c3Ids() {
        return c3Ids;
    }

    IdScheme tenantIds() {
        return tenantIds;
    }

    SimulatedCustomer create(int index) {
        SplittableRandom random = new SplittableRandom(Mixing.mix(seed, index));
        Trait trait = Trait.at(index);
        Company company = Company.invent(index, random);
        TenantFactory tenants = new TenantFactory(tenantIds, index, trait, company, random);
        List<MicrosoftTenant> microsoft = tenants.microsoft(tenantCounts.of(index, trait));
        List<SimulatedTenant> others = tenants.otherKinds();
        SeatFactory seats = new SeatFactory(index, trait, random);
        String c3Id = c3Id(index);
        return new SimulatedCustomer(
                index,
                trait,
                avePointId(index),
                company.name(),
                company.ownerEmail(),
                jobStatus(trait, random),
                company.country().name(),
                managementMode(trait, random),
                seats.tenants(microsoft, others),
                seats.purchased(microsoft, others),
                trait == Trait.CUSTOMER_UNKNOWN_TO_C3 ? null : c3Id,
                new AccountFactory(c3Id, index, trait, company, random).accounts(microsoft));
    }

    /** A GUID; now and then one that lost its last digit, as an id of 35 characters in AvePoint's documents did. */
    private String avePointId(int index) {
        String guid = avePointIds.guid(index, 0);
        return index % 11 == 7 ? guid.substring(0, guid.length() - 1) : guid;
    }

    /** A GUID in capitals; now and then of the odd shape that an id in C3's documents has. */
    private String c3Id(int index) {
        String guid = c3Ids.guid(index, 0).toUpperCase(Locale.ROOT);
        return index % 9 == 5 ? guid.substring(0, 13) + guid.substring(14, 17) + guid.substring(18) : guid;
    }

    private static int jobStatus(Trait trait, SplittableRandom random) {
        if (trait == Trait.NO_TENANTS) {
            return WAITING_FOR_CONFIGURATION;
        }
        return random.nextInt(10) == 0 ? random.nextInt(7) : WORKING;
    }

    private static int managementMode(Trait trait, SplittableRandom random) {
        if (trait == Trait.NO_TENANTS) {
            return 2;
        }
        return random.nextInt(6) == 0 ? 0 : 1;
    }
}
