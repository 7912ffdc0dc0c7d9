package dev.seatport.http.internal.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.events.SchemaDrift;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the differences between one document and the vendor's documentation, with their numbers of occurrences. The sources
 * are Jackson and the mappers of the fast path. Allocates nothing for a document without drift. Sanitizes names and keeps no
 * values. For one document and one thread.
 */
public final class DriftCollector implements CallListener {
    /** More differences than this in one response are noise. */
    private static final int MAX_DRIFTS = 100;

    private static final int MAX_NAME_LENGTH = 64;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    /** Includes the first character of {@code @odata.count}. */
    private static final String FIRST_CHARACTERS = LETTERS + "0123456789@";

    private static final String LATER_CHARACTERS = LETTERS + "0123456789.-";
    private static final SchemaDrift FURTHER_DRIFT =
            new SchemaDrift("$", "more new fields than are reported one by one");

    private String root = "$";
    private @Nullable Map<Object, DriftCount> counts;

    /** Key that is cheap to create on each occurrence. */
    private record DriftLocation(Object owner, String name, String what) {}

    private static final class DriftCount {
        private final SchemaDrift drift;
        private long occurrences;

        DriftCount(SchemaDrift drift) {
            this.drift = drift;
        }
    }

    /**
     * Sets the path of the part that is decoded next.
     *
     * @param path JSON path with {@code [*]} for any row
     */
    DriftCollector withRoot(String path) {
        root = path;
        return this;
    }

    /** Passes each drift with its number of occurrences. */
    void forEach(ObjLongConsumer<SchemaDrift> action) {
        if (counts != null) {
            counts.values().forEach(count -> action.accept(count.drift, count.occurrences));
        }
    }

    /**
     * Returns the collector of the current document.
     *
     * @return {@code null} if there is none
     */
    static @Nullable DriftCollector of(DeserializationContext context) {
        return (DriftCollector) context.getAttribute(DriftCollector.class);
    }

    /** Adds a drift at the parser's position. */
    void add(JsonParser parser, Object owner, String name, String what) {
        Map<Object, DriftCount> known = counts();
        DriftLocation location = new DriftLocation(owner, name, what);
        DriftCount count = known.get(location);
        if (count == null) {
            boolean hasRoom = known.size() < MAX_DRIFTS;
            SchemaDrift drift = hasRoom ? new SchemaDrift(path(parser, name), what) : FURTHER_DRIFT;
            count = known.computeIfAbsent(hasRoom ? location : FURTHER_DRIFT, key -> new DriftCount(drift));
        }
        count.occurrences++;
    }

    private Map<Object, DriftCount> counts() {
        Map<Object, DriftCount> known = counts == null ? new LinkedHashMap<>() : counts;
        counts = known;
        return known;
    }

    @Override
    public void drifted(Vendor vendor, String operation, SchemaDrift drift) {
        driftedAgain(vendor, operation, drift, 1);
    }

    @Override
    public void driftedAgain(Vendor vendor, String operation, SchemaDrift drift, long occurrences) {
        counts().computeIfAbsent(drift, key -> new DriftCount(drift)).occurrences += occurrences;
    }

    /** Discards all drift before the document is decoded a second time. */
    void clear() {
        counts = null;
    }

    /** At the start of an object or list, the parser's context is already the inner one. */
    private String path(JsonParser parser, String name) {
        JsonStreamContext context = parser.getParsingContext();
        JsonToken token = parser.currentToken();
        JsonStreamContext owner = token != null && token.isStructStart() ? context.getParent() : context;
        StringBuilder path = new StringBuilder();
        appendPath(owner == null ? null : owner.getParent(), path);
        return path.append('.').append(sanitize(name)).toString();
    }

    private void appendPath(@Nullable JsonStreamContext context, StringBuilder path) {
        if (context == null || context.inRoot()) {
            path.append(root);
            return;
        }
        appendPath(context.getParent(), path);
        if (context.inArray()) {
            path.append("[*]");
        } else if (context.getCurrentName() != null) {
            path.append('.').append(sanitize(context.getCurrentName()));
        }
    }

    /** Field names are vendor input and may contain anything. */
    static String sanitize(String name) {
        StringBuilder sanitized = new StringBuilder();
        for (int i = 0; i < Math.min(name.length(), MAX_NAME_LENGTH); i++) {
            char c = name.charAt(i);
            boolean allowed = i == 0 ? FIRST_CHARACTERS.indexOf(c) >= 0 : LATER_CHARACTERS.indexOf(c) >= 0;
            sanitized.append(allowed ? c : '_');
        }
        return name.length() > MAX_NAME_LENGTH ? sanitized + "..." : sanitized.toString();
    }
}
