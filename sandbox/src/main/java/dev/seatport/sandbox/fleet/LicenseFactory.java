package dev.seatport.sandbox.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Generates the licenses of a tenant: one main product, sometimes mailboxes for some users and add-ons. */
final class LicenseFactory {
    private record GeneratedUnits(
            @Nullable Long active,
            @Nullable Long consumed,
            @Nullable Long available) {
        static GeneratedUnits of(long active, long consumed, long available) {
            return new GeneratedUnits(active, consumed, available);
        }
    }

    private final CustomerTrait trait;
    private final boolean variant;
    private final SplittableRandom random;

    /** Creates a factory for licenses with a trait. The variant selects the second form of traits that have two. */
    LicenseFactory(CustomerTrait trait, boolean variant, SplittableRandom random) {
        this.trait = trait;
        this.variant = variant;
        this.random = random;
    }

    /** Returns the rows of a tenant's report. The first row has the trait. */
    List<SimulatedLicense> licenses(int users) {
        List<SimulatedLicense> licenses = new ArrayList<>();
        int mailboxesOnly = users >= 10 && random.nextInt(3) == 0 ? users / 5 : 0;
        int main = users - mailboxesOnly;
        licenses.add(license(pick(Sku.PER_USER), unitsForTrait(main), false));
        if (mailboxesOnly > 0) {
            licenses.add(license(pick(Sku.MAILBOX_ONLY), healthyUnits(mailboxesOnly), false));
        }
        int start = random.nextInt(Sku.ADD_ONS.size());
        int extras = random.nextInt(4);
        for (int extra = 0; extra < extras; extra++) {
            Sku sku = Sku.ADD_ONS.get((start + extra) % Sku.ADD_ONS.size());
            licenses.add(license(sku, healthyUnits(1 + random.nextInt(users)), true));
        }
        return licenses;
    }

    private GeneratedUnits unitsForTrait(int consumed) {
        long spare = Math.max(5, consumed * 3L / 10);
        long over = random.nextLong(1, 4);
        return switch (trait) {
            case MANY_UNASSIGNED -> GeneratedUnits.of(consumed + spare, consumed, spare);
            case NONE_LEFT -> GeneratedUnits.of(consumed, consumed, 0);
            case OVER_ASSIGNED -> GeneratedUnits.of(consumed - over, consumed, variant ? 0 : -over);
            case AVAILABLE_DISAGREES -> GeneratedUnits.of(consumed + 2L, consumed, 9);
            case NULL_COUNTS -> new GeneratedUnits(consumed + 2L, null, null);
            default -> healthyUnits(consumed);
        };
    }

    /** Returns a few unassigned licenses, but not enough for a finding. */
    private GeneratedUnits healthyUnits(int consumed) {
        long unassigned = random.nextLong(1, 5);
        return GeneratedUnits.of(consumed + unassigned, consumed, unassigned);
    }

    /**
     * Returns a row.
     *
     * @param soldByOthers whether other partners may have sold licenses of the SKU; all of theirs are assigned
     */
    private SimulatedLicense license(Sku sku, GeneratedUnits units, boolean soldByOthers) {
        Long active = units.active();
        Long consumed = units.consumed();
        long otherUnits = random.nextInt(6) == 0 ? random.nextLong(1, 21) : 0;
        long extraUnits = soldByOthers ? otherUnits : 0;
        return new SimulatedLicense(
                sku.id(),
                sku.name(),
                active,
                consumed == null ? null : Long.valueOf(consumed + extraUnits),
                units.available(),
                active == null || (trait == CustomerTrait.NULL_COUNTS && variant)
                        ? null
                        : Long.valueOf(active + extraUnits),
                subscriptions(sku.name()));
    }

    private String subscriptions(String name) {
        return switch (random.nextInt(8)) {
            case 0 -> " " + name;
            case 1 -> " " + name + "(Monthly), " + name + "(Annual)";
            case 2, 3, 4 -> " " + name + "(Annual)";
            default -> " " + name + "(Monthly)";
        };
    }

    private Sku pick(List<Sku> skus) {
        return skus.get(random.nextInt(skus.size()));
    }
}
