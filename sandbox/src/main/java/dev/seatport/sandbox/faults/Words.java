package dev.seatport.sandbox.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words and figures of a plan's text. */
final class Words {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m)");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,9}");

    private Words() {}

    static <T extends Enum<T>> T one(String what, String text, T[] all, Function<T, String> word) {
        return Arrays.stream(all)
                .filter(each -> word.apply(each).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> illegal(what, text, Arrays.stream(all).map(word).collect(Collectors.joining(", "))));
    }

    static int integer(String what, String text) {
        if (!INTEGER.matcher(text).matches()) {
            throw illegal(what, text, "a whole number");
        }
        return Integer.parseInt(text);
    }

    static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw illegal("seed", text, "a whole number");
        }
    }

    static double share(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw illegal("share", text, "a number from 0 to 1");
        }
    }

    static Duration duration(String what, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw illegal(what, text, "a whole number with ms, s or m, such as 20ms");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    static IllegalArgumentException illegal(String what, String text, String legal) {
        return new IllegalArgumentException("'" + text + "' is no " + what + "; legal: " + legal);
    }
}
