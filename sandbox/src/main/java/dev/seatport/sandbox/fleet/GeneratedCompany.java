package dev.seatport.sandbox.fleet;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Generated company.
 *
 * @param name name
 * @param slug name in letters and digits for a domain; unique in a fleet
 * @param country country
 */
record GeneratedCompany(String name, String slug, Country country) {
    /** Country with the values that C3's rows and a company's name need. */
    record Country(String name, String code, String currency, String legalForm) {}

    private static final List<Country> COUNTRIES = List.of(
            new Country("United States", "US", "USD", "Inc."),
            new Country("United Kingdom", "GB", "GBP", "Ltd"),
            new Country("Germany", "DE", "EUR", "GmbH"),
            new Country("France", "FR", "EUR", "SAS"),
            new Country("Netherlands", "NL", "EUR", "B.V."),
            new Country("Switzerland", "CH", "CHF", "AG"),
            new Country("Sweden", "SE", "SEK", "AB"),
            new Country("Spain", "ES", "EUR", "S.L."),
            new Country("Canada", "CA", "CAD", "Ltd."),
            new Country("Australia", "AU", "AUD", "Pty Ltd"),
            new Country("Singapore", "SG", "SGD", "Pte. Ltd."),
            new Country("Japan", "JP", "JPY", "K.K."),
            new Country("Vietnam", "VN", "VND", "Co., Ltd"),
            new Country("South Africa", "ZA", "ZAR", "(Pty) Ltd"));

    private static final List<String> NAME_PREFIXES = List.of(
            "Alder", "Amber", "Ash", "Bracken", "Bright", "Cinder", "Clover", "Copper", "Dapple", "Drift", "Ember",
            "Fen", "Flint", "Frost", "Gorse", "Grey", "Hazel", "Heron", "Hollow", "Iron", "Juniper", "Kelp", "Lark",
            "Linden", "Marl", "Mist", "Moor", "Nettle", "North", "Oat", "Otter", "Pebble", "Plover", "Quill", "Reed",
            "Rowan", "Rush", "Sedge", "Silver", "Slate", "Sorrel", "Spruce", "Tarn", "Teal", "Thistle", "Tide",
            "Willow", "Wren");

    private static final List<String> NAME_SUFFIXES = List.of(
            "acre", "bank", "beck", "bourne", "bridge", "combe", "crest", "croft", "dale", "field", "fold", "ford",
            "gate", "glade", "haven", "hurst", "keep", "lea", "march", "mere", "mouth", "ness", "quay", "ridge", "row",
            "shore", "stead", "thorpe", "vale", "wharf", "wick", "yard");

    private static final List<String> TRADES = List.of("""
            Accounting; Architects; Bakeries; Bäckereien; Bicycles; Books; Brewing; Ceramics; Clinics;
            Coffee & Tea; Components; Conservation; Dairy; Dental Group; Électricité; Energy; Events;
            Fisheries; Freight; Furniture; Gardens; Glassworks; Hotels; Insurance; Instruments; Joinery;
            Law, Tax and Trust; Logistics; Machine Tools; Måleri; Optics; Orchards; Packaging; Pharmacies;
            Printing; Robotics; Schools; Shipping; Solar; Textiles; Timber; Veterinary
            """.strip().split(";\\s+", -1));

    static GeneratedCompany generate(int index, SplittableRandom random) {
        Country country = pick(COUNTRIES, random);
        String word = pick(NAME_PREFIXES, random) + pick(NAME_SUFFIXES, random);
        String name = word + " " + pick(TRADES, random) + " " + country.legalForm();
        return new GeneratedCompany(name, word.toLowerCase(Locale.ROOT) + index, country);
    }

    String ownerEmail() {
        return "it-office@" + slug + (slug.length() % 2 == 0 ? ".example.com" : ".example.org");
    }

    private static <T> T pick(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }
}
