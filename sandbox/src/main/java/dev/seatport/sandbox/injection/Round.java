package dev.seatport.sandbox.injection;

import dev.seatport.sandbox.exchange.Twist;
import dev.seatport.sandbox.faults.Effect;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.FaultPlan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One plan at work, with what it has counted so far. Thread-safe. */
final class Round {
    /** The calls of one request. */
    private static final class Track {
        private long calls;
        private int struckInARow;
    }

    /** What has been decided of one exchange. */
    private static final class Draft {
        private Duration latency = Duration.ZERO;
        private Twist twist = Twist.NONE;
        private final List<Injection.Edit> edits = new ArrayList<>();
        private final List<FaultKind> certain = new ArrayList<>();
        private @Nullable Effect outcome;

        Injection done() {
            return new Injection(latency, twist, edits, Optional.ofNullable(outcome), certain);
        }
    }

    private final FaultPlan plan;
    private final List<Sight> sights;
    private final Map<String, Track> tracks = new ConcurrentHashMap<>();

    Round(FaultPlan plan, InstantSource time) {
        this.plan = plan;
        List<Sight> all = new ArrayList<>();
        for (Fault fault : plan.faults()) {
            all.add(new Sight(fault, plan.inARow(fault), time));
        }
        this.sights = List.copyOf(all);
    }

    FaultPlan plan() {
        return plan;
    }

    Injection next(Exchange exchange) {
        if (sights.isEmpty()) {
            return Injection.NONE;
        }
        Track track = tracks.computeIfAbsent(exchange.key(), key -> new Track());
        synchronized (track) {
            return next(exchange, track);
        }
    }

    private Injection next(Exchange exchange, Track track) {
        Draft draft = new Draft();
        boolean limited = false;
        for (int i = 0; i < sights.size(); i++) {
            Sight sight = sights.get(i);
            RandomGenerator chance = Chances.of(plan.seed(), i, exchange.key(), track.calls);
            if (sight.strikes(exchange, chance, track.struckInARow, draft.outcome != null)) {
                limited |= sight.isLimited();
                add(draft, sight.effect(), exchange, chance);
            }
        }
        track.calls++;
        track.struckInARow = limited ? track.struckInARow + 1 : 0;
        return draft.done();
    }

    private static void add(Draft draft, Effect effect, Exchange exchange, RandomGenerator chance) {
        switch (Sight.roleOf(effect)) {
            case DELAYS -> draft.latency = draft.latency.plus(drawn((Effect.Latency) effect, chance));
            case TWISTS -> draft.twist = twisted(draft.twist, effect);
            case EDITS -> draft.edits.add(new Injection.Edit(effect, exchange.page(), chance));
            case DECIDES -> draft.outcome = effect;
        }
        if (Sight.roleOf(effect) != Sight.Role.EDITS) {
            draft.certain.add(effect.kind());
        }
    }

    private static Duration drawn(Effect.Latency latency, RandomGenerator chance) {
        long least = latency.least().toMillis();
        return Duration.ofMillis(least + chance.nextLong(latency.most().toMillis() - least + 1));
    }

    private static Twist twisted(Twist twist, Effect effect) {
        if (effect instanceof Effect.Shift shift) {
            return twist.shifted(shift.rows());
        }
        if (effect instanceof Effect.TokenCalls token) {
            return twist.tokenDiesAfter(token.calls());
        }
        if (effect instanceof Effect.TokenLoss token) {
            return twist.tokenDiesEarly(token.early());
        }
        return twist.onFirstPage();
    }
}
