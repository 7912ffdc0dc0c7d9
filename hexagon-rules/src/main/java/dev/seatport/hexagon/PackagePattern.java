package dev.seatport.hexagon;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Package pattern in ArchUnit's notation: {@code a.b} is one package, {@code a.b..} also those below, {@code *} is one segment.
 *
 * @param text the pattern as declared, with the root package
 * @param regex matches package names; each star is a group
 * @param weight larger for patterns with more fixed segments, which take precedence
 */
record PackagePattern(String text, Pattern regex, int weight) {
    private static final String BELOW = "..";

    static PackagePattern of(String text) {
        boolean below = text.endsWith(BELOW);
        String fixed = below ? text.substring(0, text.length() - BELOW.length()) : text;
        String body = Arrays.stream(fixed.split("\\.\\.", -1))
                .map(PackagePattern::segments)
                .collect(Collectors.joining("\\.(?:.+\\.)?"));
        String regex = fixed.isEmpty() ? ".*" : body + (below ? "(?:\\..+)?" : "");
        return new PackagePattern(text, Pattern.compile(regex), weight(fixed, below));
    }

    private static String segments(String part) {
        return Arrays.stream(part.split("\\.", -1))
                .map(segment -> segment.equals("*") ? "([^.]+)" : Pattern.quote(segment))
                .collect(Collectors.joining("\\."));
    }

    private static int weight(String fixed, boolean below) {
        List<String> segments = Arrays.stream(fixed.split("\\.", -1))
                .filter(segment -> !segment.isEmpty())
                .toList();
        int stars = (int) segments.stream().filter("*"::equals).count();
        return (segments.size() - stars) * 4 + stars * 2 + (below ? 0 : 1);
    }

    /** Returns the segments that match the stars; empty if the package does not match. */
    Optional<List<String>> match(String packageName) {
        Matcher matcher = regex.matcher(packageName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        MatchResult result = matcher.toMatchResult();
        return Optional.of(IntStream.rangeClosed(1, result.groupCount())
                .mapToObj(result::group)
                .toList());
    }

    boolean matches(String packageName) {
        return regex.matcher(packageName).matches();
    }
}
