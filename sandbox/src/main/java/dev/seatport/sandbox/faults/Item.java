package dev.seatport.sandbox.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One item of a plan's text: a word, its value, its options. Options are taken out as they are understood. Not thread-safe. */
final class Item {
    /** A value, and whether it stood in quotes. */
    record Value(String text, boolean quoted) {}

    private record Option(String name, Value value) {}

    private final String word;
    private final Optional<Value> value;
    private final List<Option> options;

    private Item(String word, Optional<Value> value, List<Option> options) {
        this.word = word;
        this.value = value;
        this.options = options;
    }

    static Item read(String text) {
        List<String> parts = Quotes.split(firstColonAsComma(text), ',');
        Option head = option(parts.get(0));
        Optional<Value> value = parts.get(0).contains("=") ? Optional.of(head.value()) : Optional.empty();
        List<Option> options = new ArrayList<>();
        for (String part : parts.subList(1, parts.size())) {
            if (part.contains("=")) {
                options.add(option(part));
            } else if (value.isEmpty()) {
                value = Optional.of(value(part));
            } else {
                throw new IllegalArgumentException(
                        "'" + part + "' of " + head.name() + " is no option; legal: name=value");
            }
        }
        return new Item(head.name(), value, options);
    }

    String word() {
        return word;
    }

    Optional<Value> value() {
        return value;
    }

    /** The text of the value. */
    String text() {
        return value.map(Value::text)
                .orElseThrow(() -> new IllegalArgumentException(word + " lacks its value; legal: " + word + "=..."));
    }

    /** Takes the options of a name. */
    List<Value> takeAll(String name) {
        List<Value> taken = options.stream()
                .filter(option -> option.name().equals(name))
                .map(Option::value)
                .toList();
        options.removeIf(option -> option.name().equals(name));
        return taken;
    }

    /** Takes the option of a name. */
    Optional<String> take(String name) {
        List<Value> taken = takeAll(name);
        if (taken.size() > 1) {
            throw new IllegalArgumentException("the option " + name + " of " + word + " stands twice");
        }
        return taken.stream().findFirst().map(Value::text);
    }

    void requireNoValue() {
        value.ifPresent(unwanted -> {
            throw new IllegalArgumentException(word + " takes no value, so '" + unwanted.text() + "' means nothing");
        });
    }

    void requireOptionsTaken(Set<String> legal) {
        if (!options.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown option '" + options.get(0).name() + "' of " + word + "; legal: "
                            + legal.stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    private static String firstColonAsComma(String text) {
        int colon = text.indexOf(':');
        int comma = text.indexOf(',');
        int quote = text.indexOf('"');
        boolean separates = colon >= 0 && (comma < 0 || colon < comma) && (quote < 0 || colon < quote);
        return separates ? text.substring(0, colon) + "," + text.substring(colon + 1) : text;
    }

    private static Option option(String part) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        String text = equals < 0 ? "" : part.substring(equals + 1);
        return new Option(name.strip().toLowerCase(Locale.ROOT), value(text));
    }

    private static Value value(String text) {
        String stripped = text.strip();
        boolean quoted = stripped.length() >= 2 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return quoted ? new Value(Quotes.content(stripped), true) : new Value(stripped, false);
    }
}
