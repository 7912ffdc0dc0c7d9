package dev.seatport.http.internal.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.http.internal.scheduling.Scheduler.ScheduledTask;
import dev.seatport.http.support.ManualScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedTimeoutQueueTest {
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration ALMOST = WAIT.minusNanos(1);
    private static final Duration BIT = Duration.ofNanos(1);

    private final ManualScheduler time = new ManualScheduler();
    private final FixedTimeoutQueue line = new FixedTimeoutQueue(WAIT, time);
    private final List<String> rung = new ArrayList<>();

    private ScheduledTask alarm(String name) {
        return line.begin(() -> rung.add(name));
    }

    @Test
    void ringsWhenItsTimeIsUpAndNotBefore() {
        alarm("a");
        time.advance(ALMOST);
        assertThat(rung).isEmpty();
        time.advance(BIT);
        assertThat(rung).containsExactly("a");
    }

    @Test
    void ringsEachAtItsOwnTimeInTheOrderInWhichTheyWereSet() {
        alarm("a");
        time.advance(Duration.ofSeconds(3));
        alarm("b");
        time.advance(Duration.ofSeconds(7));
        assertThat(rung).containsExactly("a");
        time.advance(Duration.ofSeconds(3));
        assertThat(rung).containsExactly("a", "b");
    }

    @Test
    void ringsAllThatAreDueAtOnce() {
        alarm("a");
        alarm("b");
        alarm("c");
        time.advance(WAIT);
        assertThat(rung).containsExactly("a", "b", "c");
    }

    @Test
    void doesNotRingWhatWasCalledOff() {
        ScheduledTask first = alarm("a");
        ScheduledTask middle = alarm("b");
        alarm("c");
        first.callOff();
        middle.callOff();
        middle.callOff();
        time.advance(WAIT);
        assertThat(rung).containsExactly("c");
    }

    @Test
    void ringsTheNextInTimeAfterTheFirstWasCalledOff() {
        ScheduledTask first = alarm("a");
        time.advance(Duration.ofSeconds(4));
        alarm("b");
        first.callOff();
        time.advance(ALMOST);
        assertThat(rung).isEmpty();
        time.advance(BIT);
        assertThat(rung).containsExactly("b");
    }

    @Test
    void needsOneTimerForManyAndNoneOnceAllAreGoneAndItRang() {
        List<ScheduledTask> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            many.add(alarm("never"));
        }
        assertThat(time.alarms()).isEqualTo(1);
        many.forEach(ScheduledTask::callOff);
        time.advance(WAIT);
        assertThat(time.alarms()).isZero();
        assertThat(rung).isEmpty();
    }

    @Test
    void goesOnAfterATaskThatThrows() {
        line.begin(() -> {
            throw new IllegalStateException("a task that throws");
        });
        alarm("b");
        assertThatThrownBy(() -> time.advance(WAIT)).hasMessage("a task that throws");
        time.advance(WAIT);
        assertThat(rung).containsExactly("b");
    }

    @Test
    void maySetTheNextWhileItRings() {
        line.begin(() -> alarm("later"));
        time.advance(WAIT);
        assertThat(rung).isEmpty();
        time.advance(WAIT);
        assertThat(rung).containsExactly("later");
    }

    @Test
    void leavesNoTimerOnceClosed() {
        alarm("a");
        line.close();
        assertThat(time.alarms()).isZero();
    }
}
