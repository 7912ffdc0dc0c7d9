package dev.seatport.demo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.demo.cli.SpoilingProxy.Request;
import dev.seatport.demo.cli.SpoilingProxy.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Response of a vendor before its corruption, with operations that edit it. Records expected gaps in the log. */
final class SpoiledResponse {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String MARK = "@@spoilt@@";
    private static final Map<String, List<String>> COUNTS = Map.of(
            // The available count may be negative, so an invalid number there looks valid.
            "tenant-seats", List.of("assignedUserSeat"),
            "product-seats", List.of("purchasedUserSeat"),
            "licenses", List.of("ActiveUnits", "ConsumedUnits", "TotalUnits"));

    private static final Pattern SMALL_PAGE = Pattern.compile("pageSize=2(&|$)");

    private final Request originalRequest;
    private final Request request;
    private final int attempt;
    private final Response response;
    private final SpoiledResponseLog log;
    private final String kind;
    private final @Nullable JsonNode document;

    SpoiledResponse(Request originalRequest, Request request, int attempt, Response response, SpoiledResponseLog log) {
        this.originalRequest = originalRequest;
        this.request = request;
        this.attempt = attempt;
        this.response = response;
        this.log = log;
        this.kind = kind(request.target());
        this.document = parsed(response.body());
    }

    static String kind(String target) {
        return target.contains("/3rd-party-products/")
                ? "tenant-seats"
                : target.contains("/avpt-products/")
                        ? "product-seats"
                        : target.contains("/licenseConsumptionReport/")
                                ? "licenses"
                                : target.contains("/customers/batch") || target.contains("/activecustomers/")
                                        ? "customers"
                                        : "other";
    }

    private static @Nullable JsonNode parsed(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            return null;
        }
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isOf(String... kinds) {
        return List.of(kinds).contains(kind) && rows() > 0;
    }

    boolean avePoint() {
        return !request.target().contains("/api/");
    }

    /** Returns whether the request only counts customers. It then reads the total of a small page, and no rows. */
    boolean countsOnly() {
        return kind.equals("customers")
                && SMALL_PAGE.matcher(originalRequest.target()).find();
    }

    Response response() {
        return response;
    }

    int attempt() {
        return attempt;
    }

    /** Returns the number of rows in the response. */
    int rows() {
        return list() == null ? 0 : list().size();
    }

    private @Nullable ArrayNode list() {
        if (document == null) {
            return null;
        }
        JsonNode rows = document.has("data") ? document.path("data") : document.path("Data");
        return rows instanceof ArrayNode array ? array : null;
    }

    /** Returns the customer id in the path of the request. */
    String customer() {
        String[] segments = request.target().split("[/?]", -1);
        int at = List.of(segments).indexOf(kind.equals("licenses") ? "customer" : "customers");
        return segments[at + 1];
    }

    private String tenant() {
        String[] segments = request.target().split("[/?]", -1);
        return segments[List.of(segments).indexOf("tenant") + 1];
    }

    /** Returns whether this is a later page of a customer listing whose first page was served. */
    boolean hasEarlier() {
        return earlier() != null;
    }

    /** Returns a copy of the first row of the first page. */
    JsonNode copyOfEarlier() {
        return Objects.requireNonNull(earlier(), "earlier").deepCopy();
    }

    /** Stores the first row of a first page for later pages. */
    void noteFirstPage() {
        earlier();
    }

    private @Nullable JsonNode earlier() {
        return avePoint() && kind.equals("customers") ? log.earlier(request.target(), list()) : null;
    }

    Response edited(Consumer<ArrayNode> edit) {
        ArrayNode rows = list();
        if (rows == null || rows.isEmpty()) {
            return response;
        }
        edit.accept(rows);
        return written(null);
    }

    /** Returns the response with another notation of a number in a member of the document. */
    Response raw(String field, String parent, LongFunction<String> spelling) {
        if (document == null || !(document.path(parent) instanceof ObjectNode object)) {
            return response;
        }
        String spelt = spelling.apply(object.path(field).asLong());
        object.put(field, MARK);
        return written(spelt);
    }

    /** Returns the response with another notation of one count. */
    Response count(Random random, boolean hides, LongFunction<String> spelling) {
        ObjectNode row = row(random);
        if (row == null) {
            return response;
        }
        String field = field(row, random);
        if (!row.path(field).isIntegralNumber()) {
            // Another corruption changed this count before.
            return response;
        }
        String spelt = spelling.apply(row.path(field).asLong());
        if (hides) {
            log.hide(key(row, field));
        }
        row.put(field, MARK);
        return written(spelt);
    }

    Response withoutCount(Random random) {
        ObjectNode row = row(random);
        if (row == null) {
            return response;
        }
        String field = field(row, random);
        log.hide(key(row, field));
        row.remove(field);
        return written(null);
    }

    private @Nullable ObjectNode row(Random random) {
        if (kind.equals("product-seats") && response.status() == 200) {
            return (ObjectNode) document;
        }
        ArrayNode rows = list();
        return rows == null || rows.isEmpty() || !COUNTS.containsKey(kind)
                ? null
                : (ObjectNode) rows.get(random.nextInt(rows.size()));
    }

    private String field(ObjectNode row, Random random) {
        List<String> fields = COUNTS.getOrDefault(kind, List.of());
        String drawn = fields.get(random.nextInt(fields.size()));
        return row.has(drawn) ? drawn : "purchasedUserSeat";
    }

    private String key(ObjectNode row, String field) {
        return switch (kind) {
            case "tenant-seats" ->
                SpoiledResponseLog.key(customer(), row.path("tenantId").asText(), field);
            case "product-seats" -> SpoiledResponseLog.key(customer(), field);
            default ->
                SpoiledResponseLog.key(
                        customer(), tenant(), row.path("ProductSkuId").asText(), field);
        };
    }

    Response name(String raw) {
        ArrayNode rows = list();
        if (rows == null || rows.isEmpty()) {
            return response;
        }
        ObjectNode row = (ObjectNode) rows.get(0);
        for (String field : List.of("organization", "TenantName", "tenantName", "ProducName")) {
            if (row.has(field)) {
                row.put(field, MARK);
                return written(raw);
            }
        }
        return response;
    }

    Response tenantIds(UnaryOperator<String> spelling) {
        return edited(rows -> {
            for (JsonNode row : rows) {
                respell(row, kind.equals("tenant-seats") ? "tenantId" : "TenantId", spelling);
                row.path("tenants").forEach(tenant -> respell(tenant, "id", spelling));
            }
        });
    }

    private void respell(JsonNode row, String field, UnaryOperator<String> spelling) {
        if (row instanceof ObjectNode object && object.path(field).isTextual()) {
            log.known(object.path(field).asText());
            object.put(field, spelling.apply(object.path(field).asText()));
        }
    }

    Response echo() {
        if (kind.equals("product-seats") && response.status() == 200) {
            ObjectNode overview = (ObjectNode) Objects.requireNonNull(document, "document");
            log.doubt(key(overview, "purchasedUserSeat"));
            log.gap(customer());
            overview.put("productType", 32);
            return written(null);
        }
        return isOf("tenant-seats")
                ? edited(rows -> {
                    log.gap(customer());
                    for (JsonNode row : rows) {
                        doubt(row.path("tenantId").asText(), "assignedUserSeat");
                        doubt(row.path("tenantId").asText(), "availableUserSeat");
                        ((ObjectNode) row).put("type", 1);
                    }
                })
                : response;
    }

    byte[] othersBytes() {
        return log.others(kind, request.key(), response.bytes());
    }

    /** Records a count that the review must not report as certain. */
    void doubt(String tenant, String field) {
        log.doubt(SpoiledResponseLog.key(customer(), tenant, field));
    }

    /** Records a customer that the review must not report as complete. */
    void gap(String customer) {
        log.gap(customer);
    }

    private Response written(@Nullable String rawValue) {
        String text = String.valueOf(document);
        String whole = rawValue == null ? text : text.replace('"' + MARK + '"', rawValue);
        return response.withBody(whole.getBytes(StandardCharsets.UTF_8));
    }
}
