package dev.seatport.sandbox.fleet;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Three months of a fleet. The fleet of a day depends on the fleet's seed, the last day and the day only. On the last day it equals the
 * fleet without a calendar; the days before are derived from it. Most customers do not change on most days. Immutable.
 *
 * @param lastDay last day with a fleet
 */
public record FleetCalendar(LocalDate lastDay) {
    private static final int MONTHS = 3;
    private static final int NARROWED_DAYS_BEFORE = 20;

    /** Returns the calendar of the three months up to a day, inclusive. */
    public static FleetCalendar endingOn(LocalDate lastDay) {
        return new FleetCalendar(lastDay);
    }

    /** Returns the first day with a fleet: three months before the last one. */
    public LocalDate firstDay() {
        return lastDay.minusMonths(MONTHS);
    }

    /**
     * Returns the day on which AvePoint does not list a fifth of the customers, as after a change of permissions. It lists them on the
     * days before and after. The other vendors list all customers. The day is 20 days before the last one.
     */
    public LocalDate narrowedDay() {
        return lastDay.minusDays(NARROWED_DAYS_BEFORE);
    }

    /**
     * Returns the number of days from a day to the last one.
     *
     * @throws IllegalArgumentException if the calendar does not contain the day
     */
    int daysBeforeLast(LocalDate day) {
        if (day.isBefore(firstDay()) || day.isAfter(lastDay)) {
            throw new IllegalArgumentException("day must be " + firstDay() + " to " + lastDay + ", not " + day);
        }
        return (int) ChronoUnit.DAYS.between(day, lastDay);
    }
}
