package dev.seatport.sandbox.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.faults.FaultAction;
import dev.seatport.sandbox.faults.SchemaChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Schema change of one field in all rows of a response. */
record DriftEdit(SchemaChange change, String field) {
    private static final String NEW_FIELD = "sandboxAddition";
    private static final int UNKNOWN_NUMBER = 9_999;
    private static final String UNKNOWN_WORD = "Rebalancing";
    private static final Set<String> CODES = Set.of(
            "jobStatus",
            "managementMode",
            "type",
            "productType",
            "OnboardStatus",
            "token_type",
            "contractType",
            "capabilityStatus",
            "appliesTo",
            "status");

    /**
     * Returns the change of the named field, or of a random field that can change that way.
     *
     * @return empty if no field can
     */
    static Optional<DriftEdit> of(FaultAction.SchemaDriftAction drifted, ObjectNode sample, RandomGenerator random) {
        SchemaChange change = drifted.change();
        if (change == SchemaChange.NEW_FIELD) {
            String name = drifted.field().isEmpty() ? NEW_FIELD : drifted.field();
            return Optional.of(new DriftEdit(change, name));
        }
        List<String> candidates = new ArrayList<>();
        sample.fieldNames().forEachRemaining(name -> {
            boolean requested = drifted.field().isEmpty() || drifted.field().equals(name);
            if (requested
                    && canDrift(
                            change, name, sample.path(name), !drifted.field().isEmpty())) {
                candidates.add(name);
            }
        });
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(new DriftEdit(change, candidates.get(random.nextInt(candidates.size()))));
    }

    void apply(ObjectNode row) {
        JsonNode value = row.path(field);
        if (change == SchemaChange.NEW_FIELD) {
            row.putObject(field).put("since", 1);
            return;
        }
        if (!row.has(field)) {
            return;
        }
        switch (change) {
            case MISSING_FIELD -> row.remove(field);
            case NULL -> row.putNull(field);
            case RENAMED_KEY -> row.set("new" + capitalize(field), row.remove(field));
            default -> applyToValue(row, value);
        }
    }

    private void applyToValue(ObjectNode row, JsonNode value) {
        if (change == SchemaChange.NUMBER_AS_STRING && value.isNumber()) {
            row.put(field, value.asText());
        } else if (change == SchemaChange.STRING_AS_NUMBER && value.isTextual()) {
            row.put(field, value.asText().length());
        } else if (change == SchemaChange.UNKNOWN_CODE && value.isNumber()) {
            row.put(field, UNKNOWN_NUMBER);
        } else if (change == SchemaChange.UNKNOWN_CODE && value.isTextual()) {
            row.put(field, UNKNOWN_WORD);
        }
    }

    private static boolean canDrift(SchemaChange change, String name, JsonNode value, boolean named) {
        return switch (change) {
            case NUMBER_AS_STRING -> value.isNumber();
            case STRING_AS_NUMBER -> value.isTextual();
            case UNKNOWN_CODE -> (named || CODES.contains(name)) && (value.isNumber() || value.isTextual());
            default -> true;
        };
    }

    private static String capitalize(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
