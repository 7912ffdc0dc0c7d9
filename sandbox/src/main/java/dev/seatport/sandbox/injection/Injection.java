package dev.seatport.sandbox.injection;

import dev.seatport.sandbox.exchange.Twist;
import dev.seatport.sandbox.faults.Effect;
import dev.seatport.sandbox.faults.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What is to go wrong with one exchange.
 *
 * @param latency how long the answer waits
 * @param twist how the endpoint is to misunderstand the call
 * @param edits what is changed in a good answer, in order
 * @param outcome what is answered, or how the answer breaks, in place of the endpoint's answer
 * @param certain the faults that strike whatever the endpoint answers
 */
public record Injection(
        Duration latency, Twist twist, List<Edit> edits, Optional<Effect> outcome, List<FaultKind> certain) {
    /** Nothing goes wrong. */
    public static final Injection NONE =
            new Injection(Duration.ZERO, Twist.NONE, List.of(), Optional.empty(), List.of());

    /**
     * A change of a good answer.
     *
     * @param effect what is changed
     * @param page the page that was asked for
     * @param chance what its choices are drawn from
     */
    public record Edit(Effect effect, int page, RandomGenerator chance) {}

    /** Copies the lists. */
    public Injection {
        edits = List.copyOf(edits);
        certain = List.copyOf(certain);
    }
}
