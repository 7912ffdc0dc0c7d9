package dev.seatport.http.internal.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Generates valid, unusual and broken responses. */
final class ShelfJsonGenerator {
    private static final List<String> BLANKS = List.of("", "", "", " ", "\n", "\t\r\n ");
    private static final List<String> TEXTS = List.of(
            "\"a\"",
            "\"\"",
            "\"Bäckerei\"",
            "\"東京 \uD83D\uDE00\"",
            "\"B\\u00E4ck\\u0065rei \\u0026 S\\u00f6hne\"",
            "\"\\ud83d\\ude00 \\\" \\\\ \\/ \\b\\f\\n\\r\\t\"",
            "\"ä\\u00e4ä\"",
            "\"\\ud83d\"",
            "\"\uFFFD\"",
            "7",
            "-0",
            "12345",
            "null");
    private static final List<String> ODD_TEXTS =
            List.of("\"\\x\"", "\"\\u12g4\"", "\"\u0007\"", "1.5", "true", "[]", "{}", "007", "1e400", "\"open", "'a'");
    private static final List<String> COUNTS =
            List.of("0", "1", "25", "1023", "1024", "-3", "-0", "999999999999999999", "9223372036854775807", "null");
    private static final List<String> ODD_COUNTS = List.of(
            "\"25\"", "\"N/A\"", "\"\"", "25.5", "2.0", "1e3", "true", "01", "-", "9223372036854775808", "{}", "[1]");
    private static final List<String> PIECES = List.of(
            "null",
            "[]",
            "{}",
            "\"",
            "-1",
            "1e400",
            "99999999999999999999",
            "\\u0000",
            "\uFEFF",
            ",",
            "}",
            "]",
            ":",
            " ");

    private final Random random;
    /** One of this many values is unusual; 0 for none. */
    private final int oddity;

    ShelfJsonGenerator(Random random, int oddity) {
        this.random = random;
        this.oddity = oddity;
    }

    byte[] next() {
        List<String> fields = new ArrayList<>();
        fields.add(field("Status", random.nextInt(20) == 0 ? "\"Bad\"" : "\"Good\""));
        fields.add(field("Id", text()));
        fields.add(field("Rows", rows()));
        fields.add(field("total", count()));
        fields.add(field("note", random.nextBoolean() ? text() : odd() ? "[1]" : "false"));
        return (blank() + object(fields) + blank() + (odd() ? "x" : "")).getBytes(StandardCharsets.UTF_8);
    }

    /** Flips a few bits, or replaces a few characters. */
    byte[] broken(byte[] whole) {
        if (random.nextBoolean()) {
            byte[] flipped = whole.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return flipped;
        }
        String text = new String(whole, StandardCharsets.UTF_8);
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(12));
        return (text.substring(0, from) + pick(PIECES) + text.substring(to)).getBytes(StandardCharsets.UTF_8);
    }

    private String rows() {
        List<String> rows = IntStream.range(0, random.nextInt(7))
                .mapToObj(row -> odd() ? "null" : row())
                .toList();
        return odd() ? "null" : "[" + blank() + String.join("," + blank(), rows) + blank() + "]";
    }

    private String row() {
        List<String> fields = new ArrayList<>(List.of(
                field("id", random.nextInt(60) == 0 ? "\" \"" : "\"id-" + random.nextInt(50) + "\""),
                field("name", text()),
                field("count", count()),
                field("free", count())));
        if (odd()) {
            fields.add(field(random.nextBoolean() ? "added" : "i\\u0064", "{\"deep\":[{\"a\":1,\"a\":2}]}"));
        }
        return object(fields);
    }

    private String object(List<String> fields) {
        List<String> sent = new ArrayList<>(fields);
        if (random.nextInt(3) == 0) {
            Collections.shuffle(sent, random);
        }
        if (random.nextInt(6) == 0) {
            sent.remove(random.nextInt(sent.size()));
        }
        if (odd()) {
            sent.add(sent.get(random.nextInt(sent.size())));
        }
        return "{" + blank() + String.join(blank() + ",", sent) + blank() + "}";
    }

    private String field(String name, String value) {
        return blank() + '"' + name + '"' + blank() + ":" + blank() + value;
    }

    private String text() {
        return odd() ? pick(ODD_TEXTS) : pick(TEXTS);
    }

    private String count() {
        return odd() ? pick(ODD_COUNTS) : pick(COUNTS);
    }

    private String blank() {
        return pick(BLANKS);
    }

    private boolean odd() {
        return oddity > 0 && random.nextInt(oddity) == 0;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
