package com.example.wiring;

import java.util.Map;

/** Settings of the service. Immutable. */
public final class AcmeSettings {
    private final Map<String, String> values;

    public AcmeSettings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Returns a required setting.
     *
     * @throws IllegalArgumentException if the setting is missing or blank; the message names it
     */
    String require(String name) {
        String value = values.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("set the setting " + name);
        }
        return value;
    }
}
