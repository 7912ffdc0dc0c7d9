package dev.seatport.sandbox.avepoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.exchange.SandboxJson;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The ids in a batch call's body. No body, {@code {}}, a null and an empty list all mean: no filter. Ids are compared whatever their
 * letter case. A document's table calls {@code tenantIds} an integer; like the other batch calls' ids they are taken as strings.
 */
record CustomerIdFilter(Set<String> ids) {
    private static final String ASSIGNED_STATUS = "licenseAssignedStatus";

    /** No filter. */
    static CustomerIdFilter none() {
        return new CustomerIdFilter(Set.of());
    }

    /** The filter under a key of the body. */
    static CustomerIdFilter read(String body, String key) {
        JsonNode list = object(body).path(key);
        if (isAbsent(list)) {
            return none();
        }
        if (!list.isArray()) {
            throw new BadRequestException(key + " must be a list.");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode id : list) {
            if (!id.isTextual()) {
                throw new BadRequestException(key + " must be a list of strings.");
            }
            ids.add(id.textValue().toLowerCase(Locale.ROOT));
        }
        return new CustomerIdFilter(ids);
    }

    /** Checks the older document's choice of seats: 0 or 1, if it is there. What it changes is not documented, so nothing. */
    static void checkAssignedStatus(String body) {
        JsonNode status = object(body).path(ASSIGNED_STATUS);
        if (!isAbsent(status) && !(status.isInt() && (status.intValue() == 0 || status.intValue() == 1))) {
            throw new BadRequestException(ASSIGNED_STATUS + " must be 0 or 1.");
        }
    }

    boolean lets(String id) {
        return ids.isEmpty() || ids.contains(id.toLowerCase(Locale.ROOT));
    }

    private static JsonNode object(String body) {
        if (body.isBlank()) {
            return SandboxJson.object();
        }
        JsonNode document = SandboxJson.read(body).orElseThrow(() -> new BadRequestException("The body is not JSON."));
        if (!document.isObject()) {
            throw new BadRequestException("The body must be a JSON object.");
        }
        return document;
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
