package dev.seatport.domain.observed;

import java.util.Objects;

/**
 * Value with the response that it came from, so that every number can be traced.
 *
 * @param <T> the type of the value
 * @param value the value
 * @param provenance the response
 */
public record Observed<T>(T value, Provenance provenance) {
    public Observed {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(provenance, "provenance");
    }
}
