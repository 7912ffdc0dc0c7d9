package dev.seatport.domain.internal;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Codes of countries (ISO 3166-1 alpha-2) by name or code. Names are English, as the JDK spells them, and some that vendors use. */
public final class CountryCodes {
    private static final Map<String, String> BY_NAME = byName();

    private CountryCodes() {}

    private static Map<String, String> byName() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale("", code);
            codes.put(normalized(code), code);
            codes.put(normalized(country.getISO3Country()), code);
            codes.put(normalized(country.getDisplayCountry(Locale.ENGLISH)), code);
        }
        Map<String, String> otherNames = Map.ofEntries(
                Map.entry("united states of america", "US"),
                Map.entry("uk", "GB"),
                Map.entry("great britain", "GB"),
                Map.entry("czech republic", "CZ"),
                Map.entry("russian federation", "RU"),
                Map.entry("korea, republic of", "KR"),
                Map.entry("republic of korea", "KR"),
                Map.entry("viet nam", "VN"),
                Map.entry("hong kong", "HK"),
                Map.entry("hong kong sar", "HK"),
                Map.entry("macao", "MO"),
                Map.entry("macau", "MO"),
                Map.entry("turkey", "TR"),
                Map.entry("holland", "NL"),
                Map.entry("the netherlands", "NL"),
                Map.entry("ivory coast", "CI"));
        otherNames.forEach((name, code) -> codes.putIfAbsent(normalized(name), code));
        return Map.copyOf(codes);
    }

    /**
     * Returns the code of a country.
     *
     * @param nameOrCode a name, a two-letter or a three-letter code, in any letter case
     * @return empty if the name is unknown
     */
    public static Optional<String> of(String nameOrCode) {
        return Optional.ofNullable(BY_NAME.get(normalized(nameOrCode)));
    }

    /** Ignores letter case, accents, dots and the blanks around a name. */
    private static String normalized(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}.]", "")
                .replace('\u2019', '\'')
                .replace("&", "and")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
