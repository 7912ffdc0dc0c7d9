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
 * How one document differs from the vendor's documents though it could be read, and in how many places: as Jackson meets it, and as
 * mappers tell it that translate rows while they are read. A document without drift makes none of its parts. Names of a vendor's are
 * cleaned, values are not kept. For one document and one thread.
 */
public final class DriftCollector implements CallListener {
    /** More names than this in one answer are no drift but noise. */
    private static final int MOST = 100;

    private static final int LONGEST_NAME = 64;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    /** As in {@code @odata.count}. */
    private static final String FIRST = LETTERS + "0123456789@";

    private static final String LATER = LETTERS + "0123456789.-";
    private static final SchemaDrift AND_MORE = new SchemaDrift("$", "more new fields than are told one by one");

    private String root = "$";
    private @Nullable Map<Object, DriftCount> counts;

    /** Where the parser met it, as cheaply as it can be said. */
    private record DriftLocation(Object owner, String name, String what) {}

    private static final class DriftCount {
        private final SchemaDrift schemaDrift;
        private long times;

        DriftCount(SchemaDrift schemaDrift) {
            this.schemaDrift = schemaDrift;
        }
    }

    /**
     * Goes on with a part of the document.
     *
     * @param path where it stands, in JSON path form with {@code [*]} for any row
     */
    DriftCollector under(String path) {
        root = path;
        return this;
    }

    /** Hands over each drift with the number of its places. */
    void forEach(ObjLongConsumer<SchemaDrift> taker) {
        if (counts != null) {
            counts.values().forEach(driftCount -> taker.accept(driftCount.schemaDrift, driftCount.times));
        }
    }

    /** The collector of the document that is being read, if there is one. */
    static @Nullable DriftCollector of(DeserializationContext context) {
        return (DriftCollector) context.getAttribute(DriftCollector.class);
    }

    /** Remembers one that the parser stands at. */
    void add(JsonParser parser, Object owner, String name, String what) {
        Map<Object, DriftCount> met = counts();
        DriftLocation driftLocation = new DriftLocation(owner, name, what);
        DriftCount driftCount = met.get(driftLocation);
        if (driftCount == null) {
            boolean room = met.size() < MOST;
            SchemaDrift schemaDrift = room ? new SchemaDrift(path(parser, name), what) : AND_MORE;
            driftCount = met.computeIfAbsent(room ? driftLocation : AND_MORE, key -> new DriftCount(schemaDrift));
        }
        driftCount.times++;
    }

    private Map<Object, DriftCount> counts() {
        Map<Object, DriftCount> met = counts == null ? new LinkedHashMap<>() : counts;
        counts = met;
        return met;
    }

    @Override
    public void drifted(Vendor vendor, String operation, SchemaDrift schemaDrift) {
        driftedAgain(vendor, operation, schemaDrift, 1);
    }

    @Override
    public void driftedAgain(Vendor vendor, String operation, SchemaDrift schemaDrift, long times) {
        counts().computeIfAbsent(schemaDrift, key -> new DriftCount(schemaDrift)).times += times;
    }

    /** Begins anew: the document is read in another way. */
    void clear() {
        counts = null;
    }

    /** A parser that stands at the beginning of an object or a list is in it already. */
    private String path(JsonParser parser, String name) {
        JsonStreamContext place = parser.getParsingContext();
        JsonToken token = parser.currentToken();
        JsonStreamContext owner = token != null && token.isStructStart() ? place.getParent() : place;
        StringBuilder path = new StringBuilder();
        appendUpTo(owner == null ? null : owner.getParent(), path);
        return path.append('.').append(clean(name)).toString();
    }

    private void appendUpTo(@Nullable JsonStreamContext place, StringBuilder path) {
        if (place == null || place.inRoot()) {
            path.append(root);
            return;
        }
        appendUpTo(place.getParent(), path);
        if (place.inArray()) {
            path.append("[*]");
        } else if (place.getCurrentName() != null) {
            path.append('.').append(clean(place.getCurrentName()));
        }
    }

    /** A name may hold anything, also what was never meant to be one. */
    static String clean(String name) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < Math.min(name.length(), LONGEST_NAME); i++) {
            char c = name.charAt(i);
            boolean allowed = i == 0 ? FIRST.indexOf(c) >= 0 : LATER.indexOf(c) >= 0;
            safe.append(allowed ? c : '_');
        }
        return name.length() > LONGEST_NAME ? safe + "..." : safe.toString();
    }
}
