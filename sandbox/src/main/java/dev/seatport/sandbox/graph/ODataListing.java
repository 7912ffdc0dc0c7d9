package dev.seatport.sandbox.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.SandboxJson;
import dev.seatport.sandbox.exchange.SandboxRequest;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.faults.VendorQuirks.Quirk;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a listing, which is read page by page over absolute links. The rows form groups, so that a page generates only the groups that
 * it contains.
 *
 * @param url URL of the resource
 * @param context value of {@code @odata.context}
 * @param groups number of groups
 * @param rows rows of a group
 */
record ODataListing(String url, String context, int groups, IntFunction<List<ObjectNode>> rows) {
    static final String SKIP_TOKEN = "$skiptoken";
    static final String TOP = "$top";
    private static final int DEFAULT_PAGE_SIZE = 100;

    /**
     * Returns the requested page.
     *
     * @return empty if {@code $top} or {@code $skiptoken} is invalid
     */
    Optional<ObjectNode> page(SandboxRequest request, VendorQuirks quirks) {
        Optional<SkipToken> requested = SkipToken.parse(request.query().get(SKIP_TOKEN));
        int size = Math.min(pageSize(request.query().get(TOP)), quirks.maxPageSize());
        if (requested.isEmpty() || size < 1) {
            return Optional.empty();
        }
        SkipToken start = requested.get();
        ObjectNode body = SandboxJson.object();
        body.put("@odata.context", context);
        ArrayNode value = SandboxJson.array();
        boolean empty = quirks.has(Quirk.EMPTY_LINKED_PAGES) && start.page() % 2 == 0;
        SkipToken next = fill(value, start, empty ? 0 : size);
        if (request.fault().alwaysFirstPage()) {
            value.removeAll();
            fill(value, SkipToken.START, size);
        }
        if (next.group() < groups) {
            body.put("@odata.nextLink", link(request.query(), next));
        }
        body.set("value", value);
        return Optional.of(body);
    }

    /** Adds rows from a position on and returns the position after them. */
    private SkipToken fill(ArrayNode value, SkipToken start, int size) {
        int group = start.group();
        int row = start.row();
        while (group < groups) {
            List<ObjectNode> all = rows.apply(group);
            while (row < all.size() && value.size() < size) {
                value.add(all.get(row));
                row++;
            }
            if (row < all.size()) {
                break;
            }
            group++;
            row = 0;
        }
        return new SkipToken(start.page() + 1, group, row);
    }

    private String link(Map<String, String> query, SkipToken next) {
        Map<String, String> fields = new TreeMap<>(query);
        fields.put(SKIP_TOKEN, next.text());
        StringBuilder link = new StringBuilder(url);
        fields.forEach((name, value) -> link.append(link.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return link.toString();
    }

    private static int pageSize(@Nullable String top) {
        if (top == null) {
            return DEFAULT_PAGE_SIZE;
        }
        try {
            return Integer.parseInt(top);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
