package dev.seatport.sandbox.avepoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.exchange.SandboxJson;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Ids in the body of a batch request. No body, {@code {}}, null and an empty list mean no filter. Ids are compared without letter case.
 *
 * <p>A table of the document types {@code tenantIds} as an integer. The sandbox accepts strings, as for the ids of the other batch
 * operations.
 */
record RequestBodyIdFilter(Set<String> ids) {
    private static final String ASSIGNED_STATUS = "licenseAssignedStatus";

    /** No filter. */
    static RequestBodyIdFilter none() {
        return new RequestBodyIdFilter(Set.of());
    }

    /** Parses the list under a key of the body. */
    static RequestBodyIdFilter parse(String body, String key) {
        JsonNode list = parseObject(body).path(key);
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
        return new RequestBodyIdFilter(ids);
    }

    /** Checks that the older document's seat filter is 0, 1 or absent. Its effect is not documented, so it has none here. */
    static void checkAssignedStatus(String body) {
        JsonNode status = parseObject(body).path(ASSIGNED_STATUS);
        if (!isAbsent(status) && !(status.isInt() && (status.intValue() == 0 || status.intValue() == 1))) {
            throw new BadRequestException(ASSIGNED_STATUS + " must be 0 or 1.");
        }
    }

    boolean accepts(String id) {
        return ids.isEmpty() || ids.contains(id.toLowerCase(Locale.ROOT));
    }

    private static JsonNode parseObject(String body) {
        if (body.isBlank()) {
            return SandboxJson.object();
        }
        JsonNode document = SandboxJson.parse(body).orElseThrow(() -> new BadRequestException("The body is not JSON."));
        if (!document.isObject()) {
            throw new BadRequestException("The body must be a JSON object.");
        }
        return document;
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
