package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.http.support.ManualScheduler;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualScheduler time = new ManualScheduler();
    private final RateLimiter gate =
            new RateLimiter(time, time, new AdaptiveRateControl(Double.POSITIVE_INFINITY, time.nanos()));
    private final RateLimiter slow = new RateLimiter(time, time, new AdaptiveRateControl(2, time.nanos()));
    private final List<String> passed = new ArrayList<>();

    private Cancellable pass(RateLimiter through, String name) {
        Cancellable passage = through.pass().subscribe().with(at -> passed.add(name));
        time.turn();
        return passage;
    }

    @Test
    void letsEverybodyThroughAtOnceUntilTheVendorRefuses() {
        pass(gate, "a");
        pass(gate, "b");
        assertThat(passed).containsExactly("a", "b");
        assertThat(gate.closedFor()).isZero();
    }

    @Test
    void isClosedForAllForAsLongAsTheVendorAsksAndOpensInOrder() {
        gate.refused(time.nanos(), SECOND, true);
        pass(gate, "a");
        pass(gate, "b");
        time.advance(Duration.ofMillis(999));
        assertThat(passed).isEmpty();
        assertThat(gate.closedFor()).isEqualTo(Duration.ofMillis(1));
        time.advance(Duration.ofMillis(1));
        assertThat(passed).containsExactly("a");
        time.advance(Duration.ofSeconds(3));
        assertThat(passed).containsExactly("a", "b");
        assertThat(time.alarms()).isZero();
    }

    @Test
    void staysClosedForTheLongestWaitThatWasAskedFor() {
        gate.refused(time.nanos(), SECOND, true);
        pass(gate, "a");
        gate.refused(time.nanos() - 1, Duration.ofSeconds(3), true);
        gate.refused(time.nanos() - 1, Duration.ofMillis(10), true);
        time.advance(Duration.ofMillis(2999));
        assertThat(passed).isEmpty();
        time.advance(Duration.ofMillis(1));
        assertThat(passed).containsExactly("a");
    }

    @Test
    void isNotHeldLongerByTheRestOfABurstIfNobodyAskedForIt() {
        gate.refused(time.nanos(), SECOND, false);
        gate.refused(time.nanos() - 1, Duration.ofSeconds(3), false);
        assertThat(gate.closedFor()).isEqualTo(SECOND);
    }

    @Test
    void givesOutSlotsAtTheRate() {
        for (String name : List.of("a", "b", "c")) {
            pass(slow, name);
        }
        assertThat(passed).containsExactly("a");
        time.advance(Duration.ofMillis(500));
        assertThat(passed).containsExactly("a", "b");
        time.advance(Duration.ofMillis(500));
        assertThat(passed).containsExactly("a", "b", "c");
    }

    @Test
    void givesTheSlotOfOneWhoLeavesToTheNext() {
        pass(slow, "a");
        for (int i = 0; i < 1_000; i++) {
            pass(slow, "gone").cancel();
            time.turn();
        }
        assertThat(time.alarms()).isZero();
        pass(slow, "b");
        time.advance(Duration.ofMillis(500));
        assertThat(passed).containsExactly("a", "b");
    }

    @Test
    void keepsOneAlarmHoweverManyWait() {
        gate.refused(time.nanos(), SECOND, true);
        pass(gate, "a");
        pass(gate, "b");
        pass(gate, "c");
        assertThat(time.alarms()).isOne();
    }

    @Test
    void countsRefusalsUntilTheVendorTakesARequestAgain() {
        gate.refused(time.nanos(), Duration.ZERO, false);
        gate.refused(time.nanos(), Duration.ZERO, false);
        assertThat(gate.refusalsInARow(time.nanos())).isEqualTo(2);
        assertThat(gate.refusalsInARow(time.nanos() - 1)).as("sent before").isZero();
        assertThat(gate.openings()).isZero();
        gate.accepted(time.nanos());
        assertThat(gate.refusalsInARow(time.nanos())).isZero();
        assertThat(gate.openings()).isOne();
    }

    @Nested
    class AtOnce {
        @Test
        void letsThroughWhoeverNeedNotWait() {
            assertThat(gate.passAtOnce()).hasValue(time.nanos());
            assertThat(gate.passAtOnce()).hasValue(time.nanos());
        }

        @Test
        void letsNobodyThroughBeforeTheTimeThatTheVendorAskedForIsOver() {
            gate.refused(time.nanos(), SECOND, true);
            assertThat(gate.passAtOnce()).isEmpty();
            time.advance(SECOND.minusNanos(1));
            assertThat(gate.passAtOnce()).isEmpty();
            time.advance(Duration.ofNanos(1));
            assertThat(gate.passAtOnce()).hasValue(time.nanos());
        }

        @Test
        void letsThroughAgainLongAfterARefusal() {
            gate.refused(time.nanos(), SECOND, true);
            time.advance(Duration.ofMinutes(1));
            assertThat(gate.passAtOnce()).hasValue(time.nanos());
            time.advance(SECOND);
            pass(gate, "a");
            assertThat(passed).containsExactly("a");
        }

        @Test
        void usesUpASlotAsAnyOtherPassage() {
            assertThat(slow.passAtOnce()).isPresent();
            assertThat(slow.passAtOnce()).isEmpty();
            pass(slow, "a");
            assertThat(passed).isEmpty();
            time.advance(Duration.ofMillis(500));
            assertThat(passed).containsExactly("a");
            assertThat(slow.passAtOnce()).isEmpty();
            time.advance(Duration.ofMillis(500));
            assertThat(slow.passAtOnce()).isPresent();
        }

        @Test
        void overtakesNobodyWhoWaits() {
            pass(slow, "a");
            pass(slow, "b");
            assertThat(slow.passAtOnce()).isEmpty();
            time.advance(Duration.ofMillis(500));
            assertThat(passed).containsExactly("a", "b");
        }
    }
}
