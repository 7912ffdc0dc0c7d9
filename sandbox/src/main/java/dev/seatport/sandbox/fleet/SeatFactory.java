package dev.seatport.sandbox.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What AvePoint tells of a customer's seats: assigned by tenant, purchased by product. */
final class SeatFactory {
    private static final int MICROSOFT_BACKUP = 2048;
    private static final int MY_HUB = 60;
    private static final Map<Integer, Integer> BACKUP_BY_KIND = Map.of(
            SimulatedTenant.SALESFORCE, 32, SimulatedTenant.GOOGLE, 33554432, SimulatedTenant.DYNAMICS_365, 131072);
    /** Products that cover no kind of tenant. */
    private static final List<Integer> OTHER_PRODUCTS = List.of(
            1,
            4,
            40,
            41,
            42,
            49,
            MY_HUB,
            65,
            257,
            4096,
            8192,
            65536,
            4194304,
            8388608,
            16777216,
            67108864,
            134217728,
            1073741824);

    private final int index;
    private final Trait trait;
    private final SplittableRandom random;

    SeatFactory(int index, Trait trait, SplittableRandom random) {
        this.index = index;
        this.trait = trait;
        this.random = random;
    }

    /** The Microsoft tenants that AvePoint knows, then the others. */
    List<SimulatedTenant> tenants(List<MicrosoftTenant> microsoft, List<SimulatedTenant> others) {
        List<SimulatedTenant> tenants = new ArrayList<>();
        for (MicrosoftTenant tenant : microsoft) {
            if (tenant.knownToAvePoint()) {
                tenants.add(seats(tenant));
            }
        }
        tenants.addAll(others);
        return tenants;
    }

    /** The seats purchased of each product that the customer owns. */
    Map<Integer, Long> purchased(List<MicrosoftTenant> microsoft, List<SimulatedTenant> others) {
        Map<Integer, Long> purchased = new TreeMap<>();
        if (trait != Trait.NO_TENANTS) {
            purchased.put(MICROSOFT_BACKUP, microsoftBackup(assigned(microsoft)));
        }
        for (SimulatedTenant tenant : others) {
            purchased.merge(
                    BACKUP_BY_KIND.getOrDefault(tenant.kindCode(), 0), orZero(tenant.assignedSeats()), Long::sum);
        }
        for (int product : OTHER_PRODUCTS) {
            if (random.nextInt(8) == 0) {
                purchased.put(product, 5L * random.nextInt(12));
            }
        }
        if (index % Trait.PERIOD == 1) {
            purchased.put(MY_HUB, 0L);
        }
        return purchased;
    }

    private SimulatedTenant seats(MicrosoftTenant tenant) {
        Long users = trait == Trait.NULL_COUNTS ? null : Long.valueOf(tenant.users());
        return new SimulatedTenant(tenant.id(), tenant.name(), SimulatedTenant.MICROSOFT_365, users, users);
    }

    private long microsoftBackup(long assigned) {
        return switch (trait) {
            case BACKUP_SHORTFALL -> assigned - Math.max(3, assigned / 6);
            case BACKUP_SURPLUS -> assigned * 2 + 20;
            default -> assigned + random.nextInt(2);
        };
    }

    private static long assigned(List<MicrosoftTenant> tenants) {
        return tenants.stream()
                .filter(MicrosoftTenant::knownToAvePoint)
                .mapToLong(MicrosoftTenant::users)
                .sum();
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
