package dev.seatport.sandbox.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parser for the text form of a plan. {@link FaultPlan} describes the grammar. */
final class FaultSyntax {
    private static final Pattern STATUS = Pattern.compile("\\d+");
    private static final Pattern DATE = Pattern.compile("date([+-])(.*)");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m)");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,9}");
    private static final String RANGE = "\\.\\.";
    private static final String CALLS = "calls";
    private static final String PER_SECOND = "/s";
    private static final String SEED = "seed";
    private static final String IN_A_ROW = "in-a-row";
    private static final Set<FaultKind> NAMED_KINDS = EnumSet.complementOf(EnumSet.of(FaultKind.STATUS));

    private FaultSyntax() {}

    /** Returns the name of an enum constant in the text of a plan. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FaultPlan parse(String text) {
        FaultPlan plan = FaultPlan.none();
        for (String part : split(text, ';')) {
            if (!part.isEmpty()) {
                PlanItem item = PlanItem.parse(part);
                plan = with(plan, item);
                item.requireAllOptionsUsed();
            }
        }
        return plan;
    }

    private static FaultPlan with(FaultPlan plan, PlanItem item) {
        return switch (item.word) {
            case SEED -> plan.withSeed(seed(item));
            case IN_A_ROW -> plan.withAtMostInARow(integer(IN_A_ROW, item.text()));
            default -> plan.with(fault(item).at(matcher(item)));
        };
    }

    private static Fault fault(PlanItem item) {
        if (STATUS.matcher(item.word).matches()) {
            Fault fault = withRetryAfter(item, Fault.status(integer("status", item.withoutValue().word)));
            Optional<String> location = item.take("location");
            return location.map(fault::location).orElse(fault);
        }
        FaultKind kind = NAMED_KINDS.stream()
                .filter(candidate -> word(candidate).equals(item.word))
                .findFirst()
                .orElseThrow(() -> invalid("fault", item.word, allowedWords()));
        return switch (kind) {
            case LATENCY -> latency(item);
            case LIMIT -> limit(item);
            case RESET -> Fault.reset(offset(item.withoutValue(), ByteOffset.start()));
            case CLOSE -> Fault.close(offset(item.withoutValue(), ByteOffset.start()));
            case STALL -> Fault.stall(offset(item.withoutValue(), ByteOffset.inBody()));
            case TRUNCATE -> Fault.truncate(offsetInBody(item));
            case CUT -> Fault.cut(offsetInBody(item));
            case OPEN_CHUNKS -> Fault.openChunks(offsetInBody(item));
            case BAD_CHUNK -> Fault.badChunk(offsetInBody(item));
            case JSON_CUT -> Fault.jsonCut(offsetInBody(item));
            case DRIP -> Fault.drip(duration("drip", item.text()), offset(item, ByteOffset.body(0)));
            case HTML -> item.withoutValue(Fault.html());
            case EMPTY -> item.withoutValue(Fault.empty());
            case BODY -> Fault.body(item.text());
            case DRIFT -> {
                SchemaChange change = constant("drift", item.text(), SchemaChange.values());
                yield Fault.drift(change, item.take("field").orElse(""));
            }
            case SHIFT -> Fault.rowsInserted(integer("shift", item.text()));
            case TOTAL -> Fault.totalDrifts(integer("total", item.text()));
            case DUPLICATE_ROW -> item.withoutValue(Fault.duplicateRow());
            case EMPTY_PAGE -> item.withoutValue(Fault.emptyPage());
            case SAME_PAGE -> item.withoutValue(Fault.samePage());
            case TOKEN_DIES -> tokenDies(item.text());
            case EXPIRES_IN -> expiresIn(item);
            case STATUS -> throw new IllegalStateException("a status has no word");
        };
    }

    private static String allowedWords() {
        return NAMED_KINDS.stream().map(FaultSyntax::word).sorted().collect(Collectors.joining(", ")) + ", 200 to 599, "
                + SEED + ", " + IN_A_ROW;
    }

    private static Fault latency(PlanItem item) {
        String[] range = item.text().split(RANGE, 2);
        Duration min = duration("latency", range[0]);
        return Fault.latency(min, range.length == 1 ? min : duration("latency", range[1]));
    }

    private static Fault limit(PlanItem item) {
        String text = item.text();
        if (!text.endsWith(PER_SECOND)) {
            throw invalid("limit", text, "calls per second, such as 50/s");
        }
        int perSecond = integer("limit", text.substring(0, text.length() - PER_SECOND.length()));
        int burst = item.take("burst").map(value -> integer("burst", value)).orElse(perSecond);
        return withRetryAfter(item, Fault.rateLimit(perSecond, burst));
    }

    private static Fault tokenDies(String text) {
        return text.endsWith(CALLS)
                ? Fault.tokenDiesAfter(integer("number of calls", text.substring(0, text.length() - CALLS.length())))
                : Fault.tokenDiesEarly(duration("time or number of calls", text));
    }

    private static Fault expiresIn(PlanItem item) {
        String text = item.text();
        if (item.value != null && item.value.quoted()) {
            return Fault.expiresIn("\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        }
        return switch (text) {
            case "absent" -> Fault.expiresInAbsent();
            case "string" -> Fault.expiresInAsString();
            default -> Fault.expiresIn(text);
        };
    }

    private static Fault withRetryAfter(PlanItem item, Fault fault) {
        Fault result = fault;
        for (Value value : item.takeAll("retry-after")) {
            Matcher date = DATE.matcher(value.text());
            if (value.quoted() || !date.matches()) {
                result = result.retryAfter(value.text());
            } else {
                Duration distance = duration("retry-after", date.group(2));
                result = result.retryAfterDate(date.group(1).equals("+") ? distance : distance.negated());
            }
        }
        return result;
    }

    private static ByteOffset offsetInBody(PlanItem item) {
        ByteOffset offset = offset(item.withoutValue(), ByteOffset.inBody());
        // Read all the same, so that the fault's own check reports the reason.
        item.allowed.remove("at");
        return offset;
    }

    private static ByteOffset offset(PlanItem item, ByteOffset defaultOffset) {
        List<ByteOffset> offsets = Stream.of(
                        item.take("at").map(value -> ByteOffset.at(integer("at", value))),
                        item.take("body").map(value -> ByteOffset.body(integer("body", value))),
                        item.take("in").map(FaultSyntax::middle))
                .flatMap(Optional::stream)
                .toList();
        if (offsets.size() > 1) {
            throw new IllegalArgumentException(item.word + " has more than one offset; allowed: one of at, body, in");
        }
        return offsets.isEmpty() ? defaultOffset : offsets.get(0);
    }

    private static ByteOffset middle(String text) {
        return switch (text) {
            case "head" -> ByteOffset.inHead();
            case "body" -> ByteOffset.inBody();
            default -> throw invalid("offset", text, "head, body");
        };
    }

    private static RequestMatcher matcher(PlanItem item) {
        RequestMatcher matcher = RequestMatcher.all();
        matcher =
                item.take("path").map(FaultSyntax::kinds).map(matcher::ofKinds).orElse(matcher);
        matcher = item.take("vendor")
                .map(text -> constant("vendor", text, SandboxVendorName.values()))
                .map(matcher::ofVendor)
                .orElse(matcher);
        matcher = matcher.ofCustomer(item.take("customer").orElse(""));
        Optional<String> page = item.take("page");
        if (page.isPresent()) {
            matcher = onPages(matcher, page.get());
        }
        matcher = item.take("share").map(FaultSyntax::share).map(matcher::share).orElse(matcher);
        matcher = item.take("next")
                .map(text -> integer("number of calls", text))
                .map(matcher::next)
                .orElse(matcher);
        return item.take(IN_A_ROW)
                .map(text -> integer(IN_A_ROW, text))
                .map(matcher::atMostInARow)
                .orElse(matcher);
    }

    private static Set<RequestKind> kinds(String text) {
        return Stream.of(text.split("\\+", -1))
                .map(word -> constant("path", word, RequestKind.values()))
                .collect(Collectors.toSet());
    }

    private static RequestMatcher onPages(RequestMatcher matcher, String text) {
        String[] range = text.split(RANGE, 2);
        int first = integer("page", range[0]);
        if (range.length == 1) {
            return matcher.onPage(first);
        }
        return range[1].isEmpty() ? matcher.fromPage(first) : matcher.onPages(first, integer("page", range[1]));
    }

    private static <T extends Enum<T>> T constant(String what, String text, T[] all) {
        return Arrays.stream(all)
                .filter(each -> word(each).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> invalid(
                        what, text, Arrays.stream(all).map(FaultSyntax::word).collect(Collectors.joining(", "))));
    }

    private static int integer(String what, String text) {
        if (!INTEGER.matcher(text).matches()) {
            throw invalid(what, text, "a whole number");
        }
        return Integer.parseInt(text);
    }

    private static long seed(PlanItem item) {
        try {
            return Long.parseLong(item.text());
        } catch (NumberFormatException notANumber) {
            throw invalid(SEED, item.text(), "a whole number");
        }
    }

    private static double share(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw invalid("share", text, "a number from 0 to 1");
        }
    }

    private static Duration duration(String what, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw invalid(what, text, "a whole number with ms, s or m, such as 20ms");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    private static IllegalArgumentException invalid(String what, String text, String allowed) {
        return new IllegalArgumentException("invalid " + what + " '" + text + "'; allowed values: " + allowed);
    }

    /** Splits the text at a separator outside quotes and strips the parts. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == separator && !quoted) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            } else if (letter == '\\' && quoted) {
                i++;
            } else if (letter == '"') {
                quoted = !quoted;
            }
        }
        if (quoted) {
            throw new IllegalArgumentException(
                    "missing closing quote; allowed form: \"text\", with \\\" for a quote in it");
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    /** Value with its quoting. Within quotes a backslash escapes a quote or a backslash. */
    private record Value(String text, boolean quoted) {
        private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);

        static Value parse(String text) {
            String stripped = text.strip();
            boolean quoted = stripped.length() >= 2 && stripped.startsWith("\"") && stripped.endsWith("\"");
            return quoted
                    ? new Value(
                            ESCAPED.matcher(stripped.substring(1, stripped.length() - 1))
                                    .replaceAll("$1"),
                            true)
                    : new Value(stripped, false);
        }
    }

    private record Option(String name, Value value) {
        static Option parse(String part) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            return new Option(
                    name.strip().toLowerCase(Locale.ROOT), Value.parse(equals < 0 ? "" : part.substring(equals + 1)));
        }
    }

    /** Item of a plan: word, value and options. Each option that is read becomes an allowed one. */
    private static final class PlanItem {
        private final String word;
        private final @Nullable Value value;
        private final List<Option> options;
        private final Set<String> allowed = new TreeSet<>();

        private PlanItem(String word, @Nullable Value value, List<Option> options) {
            this.word = word;
            this.value = value;
            this.options = options;
        }

        static PlanItem parse(String text) {
            List<String> parts = split(firstColonAsComma(text), ',');
            Option head = Option.parse(parts.get(0));
            Value value = parts.get(0).contains("=") ? head.value() : null;
            List<Option> options = new ArrayList<>();
            for (String part : parts.subList(1, parts.size())) {
                if (part.contains("=")) {
                    options.add(Option.parse(part));
                } else if (value == null) {
                    value = Value.parse(part);
                } else {
                    throw new IllegalArgumentException(
                            "invalid option '" + part + "' of " + head.name() + "; allowed form: name=value");
                }
            }
            return new PlanItem(head.name(), value, options);
        }

        private static String firstColonAsComma(String text) {
            int colon = text.indexOf(':');
            int comma = text.indexOf(',');
            int quote = text.indexOf('"');
            boolean separates = colon >= 0 && (comma < 0 || colon < comma) && (quote < 0 || colon < quote);
            return separates ? text.substring(0, colon) + "," + text.substring(colon + 1) : text;
        }

        String text() {
            if (value == null) {
                throw new IllegalArgumentException(word + " needs a value: " + word + "=...");
            }
            return value.text();
        }

        PlanItem withoutValue() {
            return withoutValue(this);
        }

        <T> T withoutValue(T result) {
            if (value != null) {
                throw new IllegalArgumentException(word + " takes no value, but '" + value.text() + "' is given");
            }
            return result;
        }

        List<Value> takeAll(String name) {
            allowed.add(name);
            List<Value> taken = options.stream()
                    .filter(option -> option.name().equals(name))
                    .map(Option::value)
                    .toList();
            options.removeIf(option -> option.name().equals(name));
            return taken;
        }

        Optional<String> take(String name) {
            List<Value> taken = takeAll(name);
            if (taken.size() > 1) {
                throw new IllegalArgumentException("option " + name + " of " + word + " is given twice");
            }
            return taken.stream().findFirst().map(Value::text);
        }

        void requireAllOptionsUsed() {
            if (!options.isEmpty()) {
                throw new IllegalArgumentException("unknown option '"
                        + options.get(0).name() + "' of " + word + "; allowed options: " + String.join(", ", allowed));
            }
        }
    }
}
