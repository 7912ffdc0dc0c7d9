package dev.seatport.sandbox.fleet;

import java.util.SplittableRandom;

/** People who join and leave a tenant, from the last day of a calendar backwards. Larger tenants change more often. Not thread-safe. */
final class UserCountHistory {
    private static final double MIN_CHANGES_PER_DAY = 0.03;
    private static final double MAX_CHANGES_PER_DAY = 0.25;
    private static final double CHANGES_PER_USER_AND_DAY = 0.0005;
    private static final int MAX_CHANGE_PERCENT = 30;
    private static final int MIN_RANGE = 2;

    private final SplittableRandom random;
    private final double changesPerDay;
    private final long range;
    private long change;

    UserCountHistory(SplittableRandom random, long usersOnLastDay) {
        this.random = random;
        this.changesPerDay =
                Math.min(MAX_CHANGES_PER_DAY, MIN_CHANGES_PER_DAY + usersOnLastDay * CHANGES_PER_USER_AND_DAY);
        this.range = Math.max(MIN_RANGE, usersOnLastDay * MAX_CHANGE_PERCENT / 100);
    }

    /** Returns the users on the current day minus those on the last day. */
    long change() {
        return change;
    }

    void undoDay() {
        if (random.nextDouble() >= changesPerDay) {
            return;
        }
        boolean joined = random.nextInt(5) < 3;
        int people = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1;
        change = Math.max(-range, Math.min(range, joined ? change - people : change + people));
    }
}
