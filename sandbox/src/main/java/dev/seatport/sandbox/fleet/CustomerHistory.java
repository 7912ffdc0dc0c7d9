package dev.seatport.sandbox.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Derives the data of a customer on a day from its data on the last day of a calendar. It undoes one day after the other, so that the
 * last day equals the generated customer. The vendors agree on each day: a user has a seat at AvePoint and a license of the tenant's
 * first SKU. Traits are kept. Not thread-safe; used for one day.
 */
final class CustomerHistory {
    private static final double OTHER_PRODUCT_CHANGES_PER_DAY = 0.003;
    private static final int SEATS_PER_PACKAGE = 5;
    private static final int MAX_SPARE_BACKUP_SEATS = 3;
    private static final long UNLIMITED = Long.MAX_VALUE / 2;

    private final SimulatedCustomer last;
    private final long seed;
    private final FleetChange change;
    private final int changeDaysBefore;
    private final Map<String, UserCountHistory> users = new HashMap<>();
    private final List<List<LicenseHistory>> licenses = new ArrayList<>();
    private final Map<Integer, Long> purchased;
    private final Map<Integer, SplittableRandom> productRandom = new TreeMap<>();
    private final SplittableRandom backupRandom;
    private final long lastSpareBackup;
    private int daysBefore;

    /**
     * Creates a history at its last day.
     *
     * @param seed seed of the histories of the fleet
     * @param changeDaysBefore how many days before the last one the change happens
     */
    CustomerHistory(SimulatedCustomer last, long seed, FleetChange change, int changeDaysBefore) {
        this.last = last;
        this.seed = IdGenerator.mix(seed, last.index());
        this.change = change;
        this.changeDaysBefore = changeDaysBefore;
        this.purchased = new TreeMap<>(last.purchasedByProduct());
        this.backupRandom = new SplittableRandom(this.seed);
        for (SimulatedC3Customer account : last.accounts()) {
            UserCountHistory count = new UserCountHistory(random(account.tenantId()), size(account));
            users.put(key(account.tenantId()), count);
            List<LicenseHistory> rows = new ArrayList<>();
            for (SimulatedLicense row : account.licenses()) {
                rows.add(new LicenseHistory(row, rows.isEmpty(), random(account.tenantId() + row.skuId())));
            }
            licenses.add(rows);
        }
        for (SimulatedTenant tenant : last.tenantsOfKind(SimulatedTenant.MICROSOFT_365)) {
            users.computeIfAbsent(
                    key(tenant.id()), id -> new UserCountHistory(random(id), value(tenant.assignedSeats())));
        }
        for (int product : purchased.keySet()) {
            if (CustomerFactory.isOtherProduct(product)) {
                productRandom.put(product, random("product " + product));
            }
        }
        this.lastSpareBackup = value(purchased.get(CustomerFactory.MICROSOFT_BACKUP)) - assignedBackupSeats();
    }

    /** Returns the customer a number of days before the last one. Called once. */
    SimulatedCustomer daysBefore(int days) {
        for (int day = 1; day <= days; day++) {
            daysBefore = day;
            users.values().forEach(UserCountHistory::undoDay);
            for (int account = 0; account < licenses.size(); account++) {
                long userChange = userChange(last.accounts().get(account).tenantId());
                licenses.get(account).forEach(row -> row.undoDay(userChange));
            }
            undoDayOfBackup();
            productRandom.forEach(this::undoDayOfProduct);
        }
        return new SimulatedCustomer(
                last.index(),
                last.trait(),
                last.avePointId(),
                last.organization(),
                last.ownerEmail(),
                last.jobStatusCode(),
                last.country(),
                last.managementMode(),
                tenants(),
                purchased,
                last.c3CustomerId(),
                accounts());
    }

    /** Buys or returns seats if too few or too many are spare for the customer's trait. */
    private void undoDayOfBackup() {
        Long seats = purchased.get(CustomerFactory.MICROSOFT_BACKUP);
        if (seats == null) {
            return;
        }
        long assigned = assignedBackupSeats();
        long spare = seats - assigned;
        long min = 0;
        long max = MAX_SPARE_BACKUP_SEATS;
        long next = backupRandom.nextInt(MAX_SPARE_BACKUP_SEATS);
        switch (last.trait()) {
            case BACKUP_SURPLUS -> {
                min = assigned + 1;
                max = UNLIMITED;
                next = assigned + 20;
            }
            case BACKUP_SHORTFALL -> {
                min = lastSpareBackup - SEATS_PER_PACKAGE;
                max = -3;
                next = -Math.max(3, assigned / 6);
            }
            case NULL_COUNTS -> {
                min = lastSpareBackup;
                max = lastSpareBackup;
                next = lastSpareBackup;
            }
            default -> {
                // A healthy customer has a few spare seats.
            }
        }
        if (spare < min || spare > max) {
            purchased.put(CustomerFactory.MICROSOFT_BACKUP, assigned + next);
        }
    }

    private void undoDayOfProduct(int product, SplittableRandom random) {
        if (random.nextDouble() < OTHER_PRODUCT_CHANGES_PER_DAY) {
            boolean bought = random.nextInt(4) > 0;
            purchased.computeIfPresent(
                    product,
                    (code, seats) -> bought && seats >= SEATS_PER_PACKAGE
                            ? seats - SEATS_PER_PACKAGE
                            : seats + SEATS_PER_PACKAGE);
        }
    }

    /** Returns the assigned seats of the Microsoft tenants; a count that is not reported counts as its change only. */
    private long assignedBackupSeats() {
        return tenants().stream()
                .filter(tenant -> tenant.kindCode() == SimulatedTenant.MICROSOFT_365)
                .mapToLong(tenant ->
                        tenant.assignedSeats() == null ? userChange(tenant.id()) : value(tenant.assignedSeats()))
                .sum();
    }

    private List<SimulatedTenant> tenants() {
        List<SimulatedTenant> microsoft = last.tenantsOfKind(SimulatedTenant.MICROSOFT_365);
        boolean lastIsMissing = isBefore(FleetChange.BACKUP_STARTS) && microsoft.size() > 1;
        String missing = lastIsMissing ? microsoft.get(microsoft.size() - 1).id() : "";
        List<SimulatedTenant> tenants = new ArrayList<>();
        for (SimulatedTenant tenant : last.tenants()) {
            if (!tenant.id().equals(missing)) {
                long by = tenant.kindCode() == SimulatedTenant.MICROSOFT_365 ? userChange(tenant.id()) : 0;
                tenants.add(new SimulatedTenant(
                        tenant.id(),
                        tenant.name(),
                        tenant.kindCode(),
                        plus(tenant.availableSeats(), by),
                        plus(tenant.assignedSeats(), by)));
            }
        }
        return tenants;
    }

    private List<SimulatedC3Customer> accounts() {
        List<SimulatedC3Customer> accounts = new ArrayList<>();
        for (SimulatedC3Customer account : last.accounts()) {
            boolean isFirst = accounts.isEmpty();
            List<SimulatedLicense> rows = new ArrayList<>();
            licenses.get(accounts.size()).forEach(row -> rows.add(row.current()));
            if (isFirst && isBefore(FleetChange.SKU_ADDED) && isAddOn(rows)) {
                rows.remove(rows.size() - 1);
            }
            if (isFirst && isBefore(FleetChange.SKU_CANCELLED)) {
                rows.add(cancelledLicense(rows));
            }
            accounts.add(account.withLicenses(rows));
        }
        return accounts;
    }

    private static boolean isAddOn(List<SimulatedLicense> rows) {
        return !rows.isEmpty() && Sku.isAddOn(rows.get(rows.size() - 1).skuId());
    }

    /** Returns an add-on that the tenant does not have on the last day. A tenant has three add-ons or fewer. */
    private SimulatedLicense cancelledLicense(List<SimulatedLicense> others) {
        Sku sku = Sku.ADD_ONS.stream()
                .filter(addOn -> others.stream().noneMatch(row -> row.skuId().equals(addOn.id())))
                .findFirst()
                .orElseThrow();
        long consumed = 2 + Math.floorMod(seed, 4L);
        return new SimulatedLicense(
                sku.id(), sku.name(), consumed + 1, consumed, 1L, consumed + 1, " " + sku.name() + "(Monthly)");
    }

    private boolean isBefore(FleetChange kind) {
        return change == kind && daysBefore > changeDaysBefore;
    }

    private long userChange(String tenantId) {
        UserCountHistory count = users.get(key(tenantId));
        return count == null ? 0 : count.change();
    }

    private SplittableRandom random(String name) {
        return new SplittableRandom(IdGenerator.mix(seed, key(name).hashCode()));
    }

    private static String key(String tenantId) {
        return tenantId.toLowerCase(Locale.ROOT);
    }

    /** Returns the users with the first SKU; about as many if the count is not reported. */
    private static long size(SimulatedC3Customer account) {
        if (account.licenses().isEmpty()) {
            return 0;
        }
        SimulatedLicense first = account.licenses().get(0);
        return value(first.consumed() == null ? first.active() : first.consumed());
    }

    static long value(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    static @Nullable Long plus(@Nullable Long count, long change) {
        return count == null ? null : Long.valueOf(count + change);
    }
}
