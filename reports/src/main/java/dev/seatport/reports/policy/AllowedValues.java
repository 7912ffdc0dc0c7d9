package dev.seatport.reports.policy;

import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.ports.seats.ProductCatalogue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Values that a policy file may name.
 *
 * @param byName the values by name, in the order of messages
 * @param normalizer maps a name in a file to a key of {@code byName}
 * @param noun the word for one value in messages
 * @param allowed the text of messages after "allowed values:"
 */
record AllowedValues<V>(Map<String, V> byName, UnaryOperator<String> normalizer, String noun, String allowed) {

    /** Keys in exactly this spelling. */
    static AllowedValues<String> keys(String... names) {
        Map<String, String> byName = new LinkedHashMap<>();
        Arrays.stream(names).forEach(name -> byName.put(name, name));
        return new AllowedValues<>(byName, UnaryOperator.identity(), "key", String.join(", ", byName.keySet()));
    }

    /** The constants of an enum, in any letter case, with dashes or underscores. */
    static <E extends Enum<E>> AllowedValues<E> constants(Class<E> type, String noun) {
        Map<String, E> byName = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            byName.put(dashed(constant.name()), constant);
        }
        return new AllowedValues<>(byName, AllowedValues::dashed, noun, String.join(", ", byName.keySet()));
    }

    /** The products of a catalogue, by code or by name in any letter case. */
    static AllowedValues<ProductCode> products(ProductCatalogue catalogue) {
        Map<String, ProductCode> byName = new LinkedHashMap<>();
        for (Product product : catalogue.products()) {
            byName.put(lower(product.code().value()), product.code());
            String name = product.name();
            if (name != null) {
                byName.put(lower(name), product.code());
            }
        }
        return new AllowedValues<>(
                byName, AllowedValues::lower, "product", "a code or name that 'seatport products' lists");
    }

    Optional<V> find(String text) {
        return Optional.ofNullable(byName.get(normalizer.apply(text)));
    }

    /** Returns the message part for an unknown name, with the nearest name. */
    String unknown(String text) {
        String guess = NameSuggester.suggest(text, byName.keySet())
                .map(name -> " (did you mean " + PolicyErrorCollector.quoted(name) + "?)")
                .orElse("");
        return "is an unknown " + noun + guess;
    }

    private static String dashed(String text) {
        return lower(text).replace('_', '-');
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
