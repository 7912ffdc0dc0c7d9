package dev.seatport.http.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import dev.seatport.ports.watch.Drift;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What was odd in a document that could be read, and in how many places. An answer without oddities makes none of its parts. Names
 * of a vendor's are cleaned, values are not kept. For one document and one thread.
 */
public final class Oddities {
    /** More names than this in one answer are no drift but noise. */
    private static final int MOST = 100;

    private static final int LONGEST_NAME = 64;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    /** As in {@code @odata.count}. */
    private static final String FIRST = LETTERS + "0123456789@";

    private static final String LATER = LETTERS + "0123456789.-";
    private static final Drift AND_MORE = new Drift("$", "more new fields than are told one by one");

    private String root = "$";
    private @Nullable Map<Spot, Sighting> sightings;

    /** Where the parser met it, as cheaply as it can be said. */
    private record Spot(Object owner, String name, String what) {}

    private static final class Sighting {
        private final Drift drift;
        private long times;

        Sighting(Drift drift) {
            this.drift = drift;
        }
    }

    /**
     * Goes on with a part of the document.
     *
     * @param path where it stands, in JSON path form with {@code [*]} for any row
     */
    public Oddities under(String path) {
        root = path;
        return this;
    }

    /** Hands over each oddity with the number of its places. */
    public void forEach(ObjLongConsumer<Drift> taker) {
        if (sightings != null) {
            sightings.values().forEach(sighting -> taker.accept(sighting.drift, sighting.times));
        }
    }

    /** The oddities of the document that is being read, if anybody wants to know. */
    static @Nullable Oddities of(DeserializationContext context) {
        return (Oddities) context.getAttribute(Oddities.class);
    }

    /** Remembers one that the parser stands at. */
    void add(JsonParser parser, Object owner, String name, String what) {
        if (sightings == null) {
            sightings = new LinkedHashMap<>();
        }
        Spot spot = new Spot(owner, name, what);
        Sighting sighting = sightings.get(spot);
        if (sighting == null) {
            boolean room = sightings.size() < MOST;
            Spot kept = room ? spot : new Spot(Oddities.class, "", "");
            Drift drift = room ? new Drift(path(parser, name), what) : AND_MORE;
            sighting = sightings.computeIfAbsent(kept, key -> new Sighting(drift));
        }
        sighting.times++;
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
