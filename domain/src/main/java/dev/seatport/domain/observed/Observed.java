package dev.seatport.domain.observed;

import java.util.Objects;

/**
 * A value together with where it came from: every number can be traced to the exchange that delivered it.
 *
 * @param <T> what was observed
 * @param value what was observed
 * @param provenance where it came from
 */
public record Observed<T>(T value, Provenance provenance) {
    public Observed {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(provenance, "provenance");
    }
}
