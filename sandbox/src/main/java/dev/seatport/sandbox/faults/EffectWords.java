package dev.seatport.sandbox.faults;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that name faults in a plan's text. */
final class EffectWords {
    private static final Set<String> PLACE = Set.of("at", "body", "in");
    private static final Set<String> PLACE_IN_BODY = Set.of("body", "in");
    private static final Pattern DATE = Pattern.compile("date([+-])(.*)");
    private static final String CALLS = "calls";
    private static final String PER_SECOND = "/s";

    static final EffectWord STATUS = new EffectWord(Set.of("retry-after", "location"), EffectWords::status);
    static final Map<String, EffectWord> ALL = all();

    private EffectWords() {}

    private static Map<String, EffectWord> all() {
        Map<String, EffectWord> words = new LinkedHashMap<>();
        words.put("latency", new EffectWord(Set.of(), EffectWords::latency));
        words.put("limit", new EffectWord(Set.of("burst", "retry-after"), EffectWords::limit));
        words.put("reset", broken(PLACE, Spot.start(), Fault::reset));
        words.put("close", broken(PLACE, Spot.start(), Fault::close));
        words.put("stall", broken(PLACE, Spot.inBody(), Fault::stall));
        words.put("truncate", broken(PLACE_IN_BODY, Spot.inBody(), Fault::truncate));
        words.put("cut", broken(PLACE_IN_BODY, Spot.inBody(), Fault::cut));
        words.put("open-chunks", broken(PLACE_IN_BODY, Spot.inBody(), Fault::openChunks));
        words.put("bad-chunk", broken(PLACE_IN_BODY, Spot.inBody(), Fault::badChunk));
        words.put("json-cut", broken(PLACE_IN_BODY, Spot.inBody(), Fault::jsonCut));
        words.put("drip", new EffectWord(PLACE, EffectWords::drip));
        words.put("html", plain(Fault::html));
        words.put("empty", plain(Fault::empty));
        words.put("body", new EffectWord(Set.of(), item -> Fault.body(item.text())));
        words.put("drift", new EffectWord(Set.of("field"), EffectWords::drift));
        words.put("shift", new EffectWord(Set.of(), item -> Fault.rowsInserted(Words.integer("shift", item.text()))));
        words.put("total", new EffectWord(Set.of(), item -> Fault.totalDrifts(Words.integer("total", item.text()))));
        words.put("duplicate-row", plain(Fault::duplicateRow));
        words.put("empty-page", plain(Fault::emptyPage));
        words.put("same-page", plain(Fault::samePage));
        words.put("token-dies", new EffectWord(Set.of(), EffectWords::tokenDies));
        words.put("expires-in", new EffectWord(Set.of(), EffectWords::expiresIn));
        return Map.copyOf(words);
    }

    private static EffectWord plain(Supplier<Fault> fault) {
        return new EffectWord(Set.of(), item -> {
            item.requireNoValue();
            return fault.get();
        });
    }

    private static EffectWord broken(Set<String> options, Spot otherwise, Function<Spot, Fault> fault) {
        return new EffectWord(options, item -> {
            item.requireNoValue();
            return fault.apply(spot(item).orElse(otherwise));
        });
    }

    private static Fault status(Item item) {
        item.requireNoValue();
        Fault fault = withRetryAfter(item, Fault.status(Words.integer("status", item.word())));
        Optional<String> location = item.take("location");
        return location.isPresent() ? fault.location(location.get()) : fault;
    }

    private static Fault latency(Item item) {
        List<String> range = List.of(item.text().split("\\.\\.", 2));
        Duration least = Words.duration("latency", range.get(0));
        return Fault.latency(least, range.size() == 1 ? least : Words.duration("latency", range.get(1)));
    }

    private static Fault limit(Item item) {
        String text = item.text();
        if (!text.endsWith(PER_SECOND)) {
            throw Words.illegal("limit", text, "calls per second, such as 50/s");
        }
        int perSecond = Words.integer("limit", text.substring(0, text.length() - PER_SECOND.length()));
        int burst =
                item.take("burst").map(value -> Words.integer("burst", value)).orElse(perSecond);
        return withRetryAfter(item, Fault.rateLimit(perSecond, burst));
    }

    private static Fault drip(Item item) {
        return Fault.drip(Words.duration("drip", item.text()), spot(item).orElse(Spot.body(0)));
    }

    private static Fault drift(Item item) {
        Drift drift = Words.one("drift", item.text(), Drift.values(), Drift::word);
        return Fault.drift(drift, item.take("field").orElse(""));
    }

    private static Fault tokenDies(Item item) {
        String text = item.text();
        return text.endsWith(CALLS)
                ? Fault.tokenDiesAfter(
                        Words.integer("number of calls", text.substring(0, text.length() - CALLS.length())))
                : Fault.tokenDiesEarly(Words.duration("time or number of calls", text));
    }

    private static Fault expiresIn(Item item) {
        String text = item.text();
        boolean quoted = item.value().map(Item.Value::quoted).orElse(false);
        if (quoted) {
            return Fault.expiresIn("\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        }
        return switch (text) {
            case "absent" -> Fault.expiresInAbsent();
            case "string" -> Fault.expiresInAsString();
            default -> Fault.expiresIn(text);
        };
    }

    private static Fault withRetryAfter(Item item, Fault fault) {
        Fault answer = fault;
        for (Item.Value value : item.takeAll("retry-after")) {
            Matcher date = DATE.matcher(value.text());
            if (value.quoted() || !date.matches()) {
                answer = answer.retryAfter(value.text());
            } else {
                Duration distance = Words.duration("retry-after", date.group(2));
                answer = answer.retryAfterDate(date.group(1).equals("+") ? distance : distance.negated());
            }
        }
        return answer;
    }

    private static Optional<Spot> spot(Item item) {
        Optional<Spot> at = item.take("at").map(value -> Spot.at(Words.integer("at", value)));
        Optional<Spot> body = item.take("body").map(value -> Spot.body(Words.integer("body", value)));
        Optional<Spot> in = item.take("in").map(EffectWords::middle);
        if (List.of(at, body, in).stream().filter(Optional::isPresent).count() > 1) {
            throw new IllegalArgumentException(item.word() + " has more than one place; legal: one of at, body, in");
        }
        return at.or(() -> body).or(() -> in);
    }

    private static Spot middle(String text) {
        return switch (text) {
            case "head" -> Spot.inHead();
            case "body" -> Spot.inBody();
            default -> throw Words.illegal("place", text, "head, body");
        };
    }
}
