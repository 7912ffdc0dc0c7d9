package dev.seatport.sandbox.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Licenses for a number of users: one main product, perhaps mailboxes for some, perhaps products on top. */
final class LicenseFactory {
    private record Units(
            @Nullable Long active,
            @Nullable Long consumed,
            @Nullable Long available) {
        static Units of(long active, long consumed, long available) {
            return new Units(active, consumed, available);
        }
    }

    private final CustomerTrait customerTrait;
    private final boolean variant;
    private final SplittableRandom random;

    /** Licenses with a trait; traits that come in two forms take the second one for the variant. */
    LicenseFactory(CustomerTrait customerTrait, boolean variant, SplittableRandom random) {
        this.customerTrait = customerTrait;
        this.variant = variant;
        this.random = random;
    }

    /** The rows of a tenant's report; the trait shows in the first. */
    List<SimulatedLicense> licenses(int users) {
        List<SimulatedLicense> licenses = new ArrayList<>();
        int mailboxesOnly = users >= 10 && random.nextInt(3) == 0 ? users / 5 : 0;
        int main = users - mailboxesOnly;
        licenses.add(license(pick(Sku.FOR_EACH_USER), noticed(main), false));
        if (mailboxesOnly > 0) {
            licenses.add(license(pick(Sku.FOR_SOME_USERS), inOrder(mailboxesOnly), false));
        }
        int start = random.nextInt(Sku.ON_TOP.size());
        int extras = random.nextInt(4);
        for (int extra = 0; extra < extras; extra++) {
            Sku sku = Sku.ON_TOP.get((start + extra) % Sku.ON_TOP.size());
            licenses.add(license(sku, inOrder(1 + random.nextInt(users)), true));
        }
        return licenses;
    }

    private Units noticed(int consumed) {
        long spare = Math.max(5, consumed * 3L / 10);
        long over = random.nextLong(1, 4);
        return switch (customerTrait) {
            case MANY_UNASSIGNED -> Units.of(consumed + spare, consumed, spare);
            case NONE_LEFT -> Units.of(consumed, consumed, 0);
            case OVER_ASSIGNED -> Units.of(consumed - over, consumed, variant ? 0 : -over);
            case AVAILABLE_DISAGREES -> Units.of(consumed + 2L, consumed, 9);
            case NULL_COUNTS -> new Units(consumed + 2L, null, null);
            default -> inOrder(consumed);
        };
    }

    /** A few licenses left: neither none nor so many that they would be worth a word. */
    private Units inOrder(int consumed) {
        long left = random.nextLong(1, 5);
        return Units.of(consumed + left, consumed, left);
    }

    /**
     * A row.
     *
     * @param shared whether other partners may have sold the tenant licenses of the SKU; all of theirs are assigned
     */
    private SimulatedLicense license(Sku sku, Units units, boolean shared) {
        Long active = units.active();
        Long consumed = units.consumed();
        long others = random.nextInt(6) == 0 ? random.nextLong(1, 21) : 0;
        long elsewhere = shared ? others : 0;
        return new SimulatedLicense(
                sku.id(),
                sku.name(),
                active,
                consumed == null ? null : Long.valueOf(consumed + elsewhere),
                units.available(),
                active == null || (customerTrait == CustomerTrait.NULL_COUNTS && variant)
                        ? null
                        : Long.valueOf(active + elsewhere),
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
