package dev.seatport.demo.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Log of the corruptions in one review: counts that may be missing or uncertain, and customers that cannot be complete. Thread-safe. */
final class SpoiledResponseLog {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sent(String request, byte[] response) {}

    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private final Set<String> doubtful = ConcurrentHashMap.newKeySet();
    private final Set<String> incomplete = ConcurrentHashMap.newKeySet();
    private final Map<String, String> spellings = new ConcurrentHashMap<>();
    private final Map<String, Sent> last = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> firstRows = new ConcurrentHashMap<>();
    private final Map<ResponseSpoiler, Integer> applied = new ConcurrentHashMap<>();

    static String key(String... parts) {
        StringBuilder key = new StringBuilder();
        for (String part : parts) {
            key.append(guid(part)).append('/');
        }
        return key.toString();
    }

    /** Returns the canonical notation of a GUID. */
    static String guid(String id) {
        return id.replaceAll("[-{}\\s]", "").toLowerCase(Locale.ROOT);
    }

    void hide(String key) {
        hidden.add(key);
    }

    void doubt(String key) {
        doubtful.add(key);
    }

    void gap(String customer) {
        incomplete.add(guid(customer));
    }

    void applied(ResponseSpoiler responseSpoiler) {
        applied.merge(responseSpoiler, 1, Integer::sum);
    }

    Map<ResponseSpoiler, Integer> applied() {
        return applied;
    }

    boolean mayBeMissing(String key) {
        return hidden.contains(key) || doubtful.contains(key);
    }

    boolean mustBeMissing(String key) {
        return doubtful.contains(key);
    }

    boolean cannotBeComplete(String customer) {
        return incomplete.contains(guid(customer));
    }

    void known(String tenant) {
        spellings.put(guid(tenant), tenant);
    }

    /** Returns a tenant's id in the vendor's notation. */
    String spelling(String tenant) {
        return spellings.getOrDefault(guid(tenant), tenant);
    }

    @Nullable
    JsonNode earlier(String target, @Nullable ArrayNode rows) {
        if (!target.contains("pageIndex=") || target.contains("pageIndex=1&") || target.endsWith("pageIndex=1")) {
            if (rows != null && !rows.isEmpty()) {
                firstRows.put("customers", rows.get(0).deepCopy());
            }
            return null;
        }
        return firstRows.get("customers");
    }

    /** Returns the last response to another request of this kind, and stores this response for the next call. */
    byte[] others(String kind, String request, byte[] response) {
        Sent other = last.put(kind, new Sent(request, response));
        return other == null || other.request().equals(request) ? new byte[] {'x'} : other.response();
    }

    @Override
    public String toString() {
        return applied + ", hidden " + hidden + ", doubtful " + doubtful + ", incomplete " + incomplete;
    }
}
