package dev.seatport.application.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Comparison of customer names. Equal names differ at most in letter case, blanks and Unicode forms. */
public final class CustomerName {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** Longer texts are not names, and the JDK takes quadratic time to normalize combining characters. */
    private static final int MAX_LENGTH = 256;

    private CustomerName() {}

    /** Returns the spelling that all equal names share. For comparison only. */
    public static String normalize(String name) {
        if (name.length() > MAX_LENGTH) {
            return name;
        }
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return BLANKS.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
