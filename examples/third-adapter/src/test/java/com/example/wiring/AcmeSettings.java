package com.example.wiring;

import java.util.Map;

/** The settings of the service, wherever they came from. */
public final class AcmeSettings {
    private final Map<String, String> values;

    public AcmeSettings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * A setting that must be set.
     *
     * @throws IllegalArgumentException if it is missing; names the setting and no value
     */
    String require(String name) {
        String value = values.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("the setting " + name + " is missing");
        }
        return value;
    }
}
