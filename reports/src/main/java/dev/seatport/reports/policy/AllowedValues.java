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
 * One of a few things that a file may name.
 *
 * @param byName what the names mean, in the order in which people are told of them
 * @param spelling how a name in a file becomes one of these
 * @param noun what the things are, for people
 * @param legal what to say is legal
 */
record AllowedValues<V>(Map<String, V> byName, UnaryOperator<String> spelling, String noun, String legal) {

    /** Keys, to the letter. */
    static AllowedValues<String> keys(String... names) {
        Map<String, String> byName = new LinkedHashMap<>();
        Arrays.stream(names).forEach(name -> byName.put(name, name));
        return new AllowedValues<>(byName, UnaryOperator.identity(), "key here", String.join(", ", byName.keySet()));
    }

    /** The constants of an enum, in any letter case, with dashes or underscores. */
    static <E extends Enum<E>> AllowedValues<E> words(Class<E> type, String noun) {
        Map<String, E> byName = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            byName.put(word(constant.name()), constant);
        }
        return new AllowedValues<>(byName, AllowedValues::word, noun, String.join(", ", byName.keySet()));
    }

    /** A catalogue's products, by code or by name in any letter case. */
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
        return Optional.ofNullable(byName.get(spelling.apply(text)));
    }

    /** Why a text names nothing, with the name that was most likely meant. */
    String objection(String text) {
        String guess = NameSuggester.suggest(text, byName.keySet())
                .map(name -> " (did you mean " + Diagnostics.quoted(name) + "?)")
                .orElse("");
        return "is no " + noun + guess;
    }

    private static String word(String text) {
        return lower(text).replace('_', '-');
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
