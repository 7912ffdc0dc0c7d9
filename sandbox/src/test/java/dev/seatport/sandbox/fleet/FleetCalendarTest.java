package dev.seatport.sandbox.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetCalendarTest {
    private static final int BACKUP = 2048;
    private static final FleetCalendar CALENDAR = FleetCalendar.endingOn(LocalDate.of(2026, 12, 1));
    private static final SimulatedFleet FLEET = SimulatedFleet.generate(40, 2026);
    private static final List<SimulatedFleet> DAYS = days(FLEET);
    /** Customers of each day by index. Generated once, because each access to a fleet generates them. */
    private static final List<Map<Integer, SimulatedCustomer>> CUSTOMERS = DAYS.stream()
            .map(day ->
                    day.customers().stream().collect(Collectors.toMap(SimulatedCustomer::index, customer -> customer)))
            .toList();

    private static List<SimulatedFleet> days(SimulatedFleet fleet) {
        return CALENDAR.firstDay()
                .datesUntil(CALENDAR.lastDay().plusDays(1))
                .map(day -> fleet.on(CALENDAR, day))
                .toList();
    }

    private static List<SimulatedCustomer> customersOfAllDays() {
        return CUSTOMERS.stream().flatMap(day -> day.values().stream()).toList();
    }

    private static long count(@Nullable Long count) {
        return Objects.requireNonNull(count);
    }

    private static long purchasedBackup(SimulatedCustomer customer) {
        return count(customer.purchasedByProduct().get(BACKUP));
    }

    private static long assigned(SimulatedCustomer customer) {
        return customer.tenantsOfKind(SimulatedTenant.MICROSOFT_365).stream()
                .mapToLong(tenant -> count(tenant.assignedSeats()))
                .sum();
    }

    private static List<SimulatedLicense> licenses(SimulatedCustomer customer) {
        return customer.accounts().stream()
                .flatMap(account -> account.licenses().stream())
                .toList();
    }

    /** Returns the value of each day on which the fleet has the customer. */
    private static <T> List<T> valuesOf(int index, Function<SimulatedCustomer, T> value) {
        return CUSTOMERS.stream()
                .filter(day -> day.containsKey(index))
                .map(day -> value.apply(Objects.requireNonNull(day.get(index))))
                .toList();
    }

    /** Returns whether a condition holds for a customer's values of a day and the next one, for any customer. */
    private static <T> boolean occurs(Function<SimulatedCustomer, T> value, BiPredicate<T, T> condition) {
        return IntStream.range(0, FLEET.size()).anyMatch(index -> {
            List<T> values = valuesOf(index, value);
            return IntStream.range(1, values.size())
                    .anyMatch(day -> condition.test(values.get(day - 1), values.get(day)));
        });
    }

    private static String digest(SimulatedFleet fleet) throws NoSuchAlgorithmException {
        String text = fleet.customers().stream()
                .map(customer -> customer + customer.graphTenants().toString() + '\n')
                .collect(Collectors.joining());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash).substring(0, 16);
    }

    @Test
    void doesNotChangeTheFleetWithoutACalendar() throws NoSuchAlgorithmException {
        assertThat(digest(FLEET)).isEqualTo("b31f445d3b9567b3");
        assertThat(FLEET.day()).isEmpty();
        assertThat(FLEET.avePointCustomers()).isEqualTo(FLEET.customers());
    }

    @Test
    void endsWithTheFleetWithoutACalendar() {
        SimulatedFleet lastDay = FLEET.on(CALENDAR, CALENDAR.lastDay());
        assertThat(lastDay.customers()).isEqualTo(FLEET.customers());
        assertThat(lastDay.size()).isEqualTo(FLEET.size());
        assertThat(lastDay.day()).contains(CALENDAR.lastDay());
    }

    @Test
    void createsTheSameFleetOfADayForTheSameSeed() {
        LocalDate day = CALENDAR.firstDay().plusDays(10);
        SimulatedFleet same = SimulatedFleet.generate(40, 2026).on(CALENDAR, CALENDAR.lastDay());
        assertThat(same.on(CALENDAR, day).customers())
                .isEqualTo(FLEET.on(CALENDAR, day).customers());
        assertThat(SimulatedFleet.generate(40, 7).on(CALENDAR, day).customers())
                .isNotEqualTo(FLEET.on(CALENDAR, day).customers());
    }

    @Test
    void coversThreeMonthsAndRejectsOtherDays() {
        assertThat(CALENDAR.firstDay()).isEqualTo("2026-09-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FLEET.on(CALENDAR, LocalDate.of(2026, 8, 31)))
                .withMessage("day must be 2026-09-01 to 2026-12-01, not 2026-08-31");
        assertThatIllegalArgumentException().isThrownBy(() -> FLEET.on(CALENDAR, LocalDate.of(2026, 12, 2)));
    }

    @Test
    void changesFewCustomersADay() {
        int changes = 0;
        for (int day = 1; day < CUSTOMERS.size(); day++) {
            Map<Integer, SimulatedCustomer> before = CUSTOMERS.get(day - 1);
            long changed = CUSTOMERS.get(day).values().stream()
                    .filter(customer -> !customer.equals(before.get(customer.index())))
                    .count();
            assertThat(changed).as("%s", DAYS.get(day).day()).isLessThanOrEqualTo(12);
            changes += (int) changed;
        }
        assertThat(changes).isBetween(DAYS.size(), 6 * DAYS.size());
    }

    @Test
    void raisesAndLowersSeatsAndUnits() {
        assertRisesAndFalls(customer ->
                customer.tenants().isEmpty() || customer.tenants().get(0).assignedSeats() == null
                        ? 0
                        : count(customer.tenants().get(0).assignedSeats()));
        assertRisesAndFalls(customer -> customer.purchasedByProduct().getOrDefault(BACKUP, 0L));
        assertRisesAndFalls(customer -> licenses(customer).isEmpty()
                ? 0
                : CustomerHistory.value(licenses(customer).get(0).active()));
        assertRisesAndFalls(customer -> licenses(customer).isEmpty()
                ? 0
                : CustomerHistory.value(licenses(customer).get(0).total()));
        assertRisesAndFalls(customer -> licenses(customer).isEmpty()
                ? 0
                : CustomerHistory.value(licenses(customer).get(0).available()));
    }

    private static void assertRisesAndFalls(ToLongFunction<SimulatedCustomer> value) {
        assertThat(occurs(value::applyAsLong, (before, after) -> before < after))
                .isTrue();
        assertThat(occurs(value::applyAsLong, (before, after) -> before > after))
                .isTrue();
    }

    @Test
    void changesPackagesOfOtherProducts() {
        assertThat(occurs(
                        customer -> customer.purchasedByProduct().entrySet().stream()
                                .filter(product -> CustomerFactory.isOtherProduct(product.getKey()))
                                .mapToLong(Map.Entry::getValue)
                                .sum(),
                        (before, after) -> !before.equals(after)))
                .isTrue();
    }

    @Test
    void containsACustomerThatAppearsOneThatLeavesAndOneThatReturns() {
        assertThat(presence(5)).isEqualTo(List.of(false, true));
        assertThat(presence(27)).isEqualTo(List.of(true, false, true));
        assertThat(presence(81)).isEqualTo(List.of(true, false));
        assertThat(DAYS.get(0).customer(81).trait().isHealthy()).isTrue();
    }

    /** Returns whether the fleet has a customer, without repetitions. */
    private static List<Boolean> presence(int index) {
        List<Boolean> presence = new ArrayList<>();
        for (Map<Integer, SimulatedCustomer> day : CUSTOMERS) {
            boolean present = day.containsKey(index);
            if (presence.isEmpty() || presence.get(presence.size() - 1) != present) {
                presence.add(present);
            }
        }
        return presence;
    }

    @Test
    void hidesAnAbsentCustomerFromEveryLookup() {
        SimulatedFleet first = DAYS.get(0);
        SimulatedCustomer absent = FLEET.customer(5);
        String tenant = absent.tenants().get(0).id();
        assertThat(first.byAvePointId(absent.avePointId())).isEmpty();
        assertThat(first.byC3Id(Objects.requireNonNull(absent.c3CustomerId()))).isEmpty();
        assertThat(first.byMicrosoftTenant(tenant)).isEmpty();
        assertThat(first.graphTenant(tenant)).isEmpty();
        assertThatThrownBy(() -> first.customer(5)).isInstanceOf(IndexOutOfBoundsException.class);
        for (SimulatedCustomer customer : first.customers()) {
            assertThat(first.byAvePointId(customer.avePointId())).hasValue(customer);
        }
    }

    @Test
    void containsASkuThatIsCancelledAndOneThatIsNew() {
        assertThat(skuCounts(1)).containsExactly(2, 1).isSortedAccordingTo((a, b) -> b - a);
        assertThat(IntStream.of(0, 26, 28).mapToObj(FleetCalendarTest::skuCounts))
                .anySatisfy(counts -> assertThat(counts).hasSize(2).isSorted());
    }

    /** Returns the numbers of SKUs of a customer relative to the lowest one, from 1, without repetitions. */
    private static List<Integer> skuCounts(int index) {
        List<Integer> counts = valuesOf(index, customer -> licenses(customer).size()).stream()
                .distinct()
                .toList();
        int min = counts.stream().min(Integer::compare).orElse(0);
        return counts.stream().map(count -> count - min + 1).toList();
    }

    @Test
    void containsATenantThatGetsABackup() {
        List<Integer> tenants = valuesOf(17, customer -> customer.tenants().size()).stream()
                .distinct()
                .toList();
        assertThat(tenants).containsExactly(2, 3);
        int start = (int) valuesOf(17, customer -> customer.tenants().size()).stream()
                .takeWhile(size -> size == 2)
                .count();
        SimulatedCustomer before = DAYS.get(start - 1).customer(17);
        SimulatedCustomer after = DAYS.get(start).customer(17);
        long started = count(after.tenants().get(2).assignedSeats());
        assertThat(purchasedBackup(after) - purchasedBackup(before)).isBetween(started - 5, started + 5);
        assertThat(before.accounts()).hasSize(3);
    }

    @Test
    void agreesBetweenTheVendorsOnEveryDay() {
        Set<String> mailboxes = Sku.MAILBOX_ONLY.stream().map(Sku::id).collect(Collectors.toSet());
        for (SimulatedCustomer customer : customersOfAllDays()) {
            for (SimulatedC3Customer account : customer.accounts()) {
                long users = account.licenses().stream()
                        .filter(row -> row.equals(account.licenses().get(0)) || mailboxes.contains(row.skuId()))
                        .mapToLong(row -> CustomerHistory.value(row.consumed()))
                        .sum();
                customer.tenants().stream()
                        .filter(tenant -> tenant.id().equals(account.tenantId().toLowerCase(Locale.ROOT)))
                        .filter(tenant -> tenant.assignedSeats() != null && account.deletedOn() == null)
                        .forEach(tenant -> {
                            assertThat(tenant.assignedSeats()).isEqualTo(users);
                            assertThat(tenant.availableSeats()).isEqualTo(users);
                        });
            }
            assertGraphAgrees(customer);
        }
    }

    private static void assertGraphAgrees(SimulatedCustomer customer) {
        for (int tenant = 0; tenant < customer.graphTenants().size(); tenant++) {
            List<SimulatedLicense> rows = customer.accounts().get(tenant).licenses();
            List<SimulatedGraphLicense> graphRows =
                    customer.graphTenants().get(tenant).licenses();
            for (int row = 0; row < rows.size(); row++) {
                assertThat(graphRows.get(row).enabled()).isEqualTo(rows.get(row).total());
                assertThat(graphRows.get(row).consumed())
                        .isEqualTo(rows.get(row).consumed());
                assertThat(graphRows.get(row).purchased())
                        .isEqualTo(CustomerHistory.value(rows.get(row).active()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2026, 1, 7})
    void keepsHealthyCustomersHealthyAndOthersNot(long seed) {
        List<SimulatedCustomer> customers = days(SimulatedFleet.generate(40, seed)).stream()
                .flatMap(day -> day.customers().stream())
                .toList();
        for (SimulatedCustomer customer : customers) {
            if (customer.trait().isHealthy()) {
                assertThat(purchasedBackup(customer) - assigned(customer)).isBetween(0L, 3L);
                assertThat(licenses(customer)).allSatisfy(row -> {
                    assertThat(count(row.available())).isBetween(1L, 4L);
                    assertThat(count(row.total())).isEqualTo(count(row.consumed()) + count(row.available()));
                    assertThat(count(row.consumed())).isPositive();
                });
            }
            assertTrait(customer);
        }
    }

    private static void assertTrait(SimulatedCustomer customer) {
        switch (customer.trait()) {
            case BACKUP_SHORTFALL ->
                assertThat(assigned(customer) - purchasedBackup(customer)).isGreaterThanOrEqualTo(3);
            case BACKUP_SURPLUS -> assertThat(purchasedBackup(customer)).isGreaterThan(2 * assigned(customer));
            case MANY_UNASSIGNED -> {
                SimulatedLicense row = licenses(customer).get(0);
                assertThat(count(row.available())).isGreaterThanOrEqualTo(5);
                assertThat(count(row.available()) * 10).isGreaterThanOrEqualTo(count(row.active()));
            }
            case NONE_LEFT -> assertThat(licenses(customer).get(0).available()).isZero();
            case OVER_ASSIGNED -> {
                SimulatedLicense row = licenses(customer).get(0);
                assertThat(count(row.consumed())).isGreaterThan(count(row.active()));
                assertThat(row.active()).isPositive();
            }
            case NULL_COUNTS ->
                assertThat(customer.tenants().get(0).assignedSeats()).isNull();
            case DELETED_IN_C3 -> assertThat(licenses(customer)).isEmpty();
            case NO_TENANTS -> assertThat(customer.tenants()).isEmpty();
            default -> {
                // The other traits have no counts.
            }
        }
        assertThat(customer.purchasedByProduct().values()).allMatch(seats -> seats >= 0);
    }

    @Test
    void narrowsTheCustomersOfAvePointOnOneDay() {
        for (SimulatedFleet day : DAYS) {
            boolean narrowed = day.day().equals(Optional.of(CALENDAR.narrowedDay()));
            int missing = day.size() - day.avePointCustomers().size();
            assertThat(missing).isBetween(narrowed ? 6 : 0, narrowed ? 9 : 0);
        }
        SimulatedFleet narrowed = FLEET.on(CALENDAR, CALENDAR.narrowedDay());
        SimulatedCustomer hidden = narrowed.customer(7);
        assertThat(narrowed.byAvePointId(hidden.avePointId())).isEmpty();
        assertThat(narrowed.byC3Id(Objects.requireNonNull(hidden.c3CustomerId())))
                .hasValue(hidden);
    }

    @Test
    void allowsAnyNumberOfCustomersAndTenants() {
        LocalDate first = CALENDAR.firstDay();
        assertThat(SimulatedFleet.generate(0, 1).on(CALENDAR, first).customers())
                .isEmpty();
        assertThat(SimulatedFleet.generate(1, 1, 0).on(CALENDAR, first).customers())
                .hasSize(2);
        SimulatedFleet several = SimulatedFleet.generate(60, 3, TenantsPerCustomer.ofEach(3));
        assertThat(several.on(CALENDAR, first).customers()).hasSizeBetween(56, 63);
    }
}
