package dev.seatport.ledger.internal.database;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON array of texts and nulls, which SQL tools of both databases can read. */
public final class TextArray {
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;
    private static final char FIRST_PRINTABLE = ' ';

    private TextArray() {}

    /** Returns the texts as a JSON array. */
    public static String encode(List<? extends @Nullable String> texts) {
        StringBuilder json = new StringBuilder("[");
        for (String text : texts) {
            if (json.length() > 1) {
                json.append(',');
            }
            append(json, text);
        }
        return json.append(']').toString();
    }

    private static void append(StringBuilder json, @Nullable String text) {
        if (text == null) {
            json.append("null");
            return;
        }
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    /**
     * Returns the texts of an array that {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if the text is no such array
     */
    public static List<@Nullable String> decode(String json) {
        List<@Nullable String> texts = new ArrayList<>();
        int at = 1;
        while (at < json.length() && json.charAt(at) != ']') {
            if (json.charAt(at) == ',') {
                at++;
            } else if (json.startsWith("null", at)) {
                texts.add(null);
                at += "null".length();
            } else {
                StringBuilder text = new StringBuilder();
                at = decodeText(json, at, text);
                texts.add(text.toString());
            }
        }
        if (at != json.length() - 1 || json.charAt(0) != '[') {
            throw new IllegalArgumentException("the text is not an array of texts");
        }
        return texts;
    }

    private static int decodeText(String json, int start, StringBuilder text) {
        int at = start + 1;
        while (at < json.length() && json.charAt(at) != '"') {
            char c = json.charAt(at++);
            if (c != '\\') {
                text.append(c);
            } else if (json.charAt(at) == 'u') {
                text.append((char) Integer.parseInt(json.substring(at + 1, at + 1 + HEX_DIGITS), HEX));
                at += 1 + HEX_DIGITS;
            } else {
                text.append(json.charAt(at++));
            }
        }
        if (at >= json.length() || json.charAt(start) != '"') {
            throw new IllegalArgumentException("the text is not an array of texts");
        }
        return at + 1;
    }
}
