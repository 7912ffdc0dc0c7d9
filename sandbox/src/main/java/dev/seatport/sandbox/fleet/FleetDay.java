package dev.seatport.sandbox.fleet;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Day of a {@link FleetCalendar}: customers that the vendors have, and their data on that day. Immutable. */
final class FleetDay {
    private static final int SEED_PURPOSE = -4;
    private static final int HIDDEN_EVERY = 5;
    private static final int HIDDEN_SLOT = 2;

    private final LocalDate date;
    private final int fleetSize;
    private final long seed;
    private final int daysBefore;
    private final int[] indexes;
    private final int[] avePointIndexes;

    /**
     * Determines the customers of a day.
     *
     * @param fleetSize number of customers on the last day of the calendar
     * @param fleetSeed seed of the fleet
     */
    FleetDay(FleetCalendar calendar, LocalDate date, int fleetSize, long fleetSeed) {
        this.date = date;
        this.fleetSize = fleetSize;
        this.seed = IdGenerator.mix(fleetSeed, SEED_PURPOSE);
        this.daysBefore = calendar.daysBeforeLast(date);
        IntStream leaving = IntStream.range(0, FleetChange.leavingCustomers(fleetSize))
                .map(number -> FleetChange.leavingCustomer(number, fleetSize));
        this.indexes = IntStream.concat(IntStream.range(0, fleetSize), leaving)
                .filter(this::isPresent)
                .toArray();
        this.avePointIndexes = date.equals(calendar.narrowedDay())
                ? Arrays.stream(indexes)
                        .filter(index -> index % HIDDEN_EVERY != HIDDEN_SLOT)
                        .toArray()
                : indexes;
    }

    LocalDate date() {
        return date;
    }

    /** Returns the indexes of the customers, ascending. The caller must not change the array. */
    int[] indexes() {
        return indexes;
    }

    /** Returns the indexes of the customers that AvePoint lists, ascending. The caller must not change the array. */
    int[] avePointIndexes() {
        return avePointIndexes;
    }

    boolean has(int index) {
        return Arrays.binarySearch(indexes, index) >= 0;
    }

    boolean isListedByAvePoint(int index) {
        return Arrays.binarySearch(avePointIndexes, index) >= 0;
    }

    /** Returns the data of a customer on this day, derived from its data on the last day. */
    SimulatedCustomer dataOf(SimulatedCustomer onLastDay) {
        int index = onLastDay.index();
        return daysBefore == 0
                ? onLastDay
                : new CustomerHistory(onLastDay, seed, FleetChange.at(index, fleetSize), changeDaysBefore(index))
                        .daysBefore(daysBefore);
    }

    private boolean isPresent(int index) {
        return FleetChange.at(index, fleetSize).hasCustomer(changeDaysBefore(index), daysBefore);
    }

    private int changeDaysBefore(int index) {
        return FleetChange.daysBeforeLast(index, fleetSize, seed);
    }
}
