package dev.seatport.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Regions of a source file that a document shows: from {@code begin: name} to {@code end: name}. */
final class SourceRegions {
    private static final Pattern REGION = Pattern.compile(
            "^ *(?://|<!--) begin: ([a-z-]+)[^\\n]*\\n(.*?)^ *(?://|<!--) end: \\1\\b",
            Pattern.DOTALL | Pattern.MULTILINE);

    private SourceRegions() {}

    /** Returns the directory of the example. */
    static Path module() {
        return Path.of(System.getProperty("seatport.example.module"));
    }

    /** Returns the regions of a file. Joins parts with the same name, and skips the text between them. */
    static List<String> of(Path file) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        Matcher region = REGION.matcher(Files.readString(file));
        while (region.find()) {
            parts.merge(region.group(1), region.group(2), String::concat);
        }
        return parts.values().stream()
                .map(text -> text.stripTrailing().stripIndent())
                .toList();
    }
}
