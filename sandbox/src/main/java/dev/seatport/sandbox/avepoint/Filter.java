package dev.seatport.sandbox.avepoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.exchange.Json;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The ids in a batch call's body. No body, {@code {}}, a null and an empty list all mean: no filter. Ids are compared whatever their
 * letter case. A document's table calls {@code tenantIds} an integer; like the other batch calls' ids they are taken as strings.
 */
final class Filter {
    private static final String ASSIGNED_STATUS = "licenseAssignedStatus";

    private final Set<String> ids;

    private Filter(Set<String> ids) {
        this.ids = Set.copyOf(ids);
    }

    /** No filter. */
    static Filter none() {
        return new Filter(Set.of());
    }

    /** The filter under a key of the body. */
    static Filter read(String body, String key) {
        Set<String> ids = new HashSet<>();
        for (JsonNode id : list(object(body), key)) {
            if (!id.isTextual()) {
                throw new BadInput(key + " must be a list of strings.");
            }
            ids.add(id.textValue().toLowerCase(Locale.ROOT));
        }
        return new Filter(ids);
    }

    /** Checks the older document's choice of seats: 0 or 1, if it is there. What it changes is not documented, so nothing. */
    static void checkAssignedStatus(String body) {
        JsonNode status = object(body).path(ASSIGNED_STATUS);
        boolean absent = status.isMissingNode() || status.isNull();
        if (!absent && !(status.isInt() && (status.intValue() == 0 || status.intValue() == 1))) {
            throw new BadInput(ASSIGNED_STATUS + " must be 0 or 1.");
        }
    }

    boolean lets(String id) {
        return ids.isEmpty() || ids.contains(id.toLowerCase(Locale.ROOT));
    }

    boolean letsAll() {
        return ids.isEmpty();
    }

    Set<String> ids() {
        return ids;
    }

    private static JsonNode object(String body) {
        if (body.isBlank()) {
            return Json.object();
        }
        JsonNode document = Json.read(body).orElseThrow(() -> new BadInput("The body is not JSON."));
        if (!document.isObject()) {
            throw new BadInput("The body must be a JSON object.");
        }
        return document;
    }

    private static JsonNode list(JsonNode object, String key) {
        JsonNode list = object.path(key);
        if (list.isMissingNode() || list.isNull()) {
            return Json.array();
        }
        if (!list.isArray()) {
            throw new BadInput(key + " must be a list.");
        }
        return list;
    }
}
