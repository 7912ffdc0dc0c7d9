package dev.seatport.reports.output;

import java.util.ArrayList;
import java.util.List;

/** Width of text on a terminal: two columns for East Asian letters and emoji, none for combining accents. */
public final class TextWidth {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final String AT_LEAST = ">=";

    /** First and last code point of each range that is two columns wide (Unicode, East Asian Width). */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F900, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private TextWidth() {}

    /** Returns the width in columns. */
    public static int of(String text) {
        return TerminalSanitizer.isPlain(text)
                ? text.length()
                : text.codePoints().map(TextWidth::of).sum();
    }

    private static int of(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || codePoint == JOINER
                || codePoint == NON_JOINER) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (codePoint >= range[0] && codePoint <= range[1]) {
                return 2;
            }
        }
        return 1;
    }

    /** Returns the text with blanks up to the width. */
    public static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }

    /** Returns the text, or its beginning and "…" if it is wider than the width, which is positive. */
    public static String fit(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        StringBuilder shortened = new StringBuilder();
        int width = 1;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            width += of(codePoint);
            if (width > columns) {
                break;
            }
            shortened.appendCodePoint(codePoint);
            at += Character.charCount(codePoint);
        }
        return shortened.toString().stripTrailing() + "…";
    }

    /** Returns the width of the longest word. Blanks separate words. */
    static int longestWord(String text) {
        int longest = 0;
        for (int begin = 0; begin <= text.length(); ) {
            int blank = text.indexOf(' ', begin);
            int end = blank < 0 ? text.length() : blank;
            longest = Math.max(longest, of(text.substring(begin, end)));
            begin = end + 1;
        }
        return longest;
    }

    /** Wraps the text to lines of at most {@code columns}, at blanks if possible. Keeps {@code >=} with its number. */
    public static List<String> wrap(String text, int columns) {
        if (text.length() <= columns && TerminalSanitizer.isPlain(text)) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        int begin = 0;
        int blank = -1;
        int width = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (width + of(codePoint) > columns) {
                int end = isBreak(text, at) || blank <= begin ? at : blank;
                lines.add(text.substring(begin, end));
                begin = text.charAt(end) == ' ' ? end + 1 : end;
                at = begin;
                blank = -1;
                width = 0;
            } else {
                blank = isBreak(text, at) ? at : blank;
                width += of(codePoint);
                at += Character.charCount(codePoint);
            }
        }
        lines.add(text.substring(begin));
        return lines;
    }

    private static boolean isBreak(String text, int at) {
        return text.charAt(at) == ' ' && !text.startsWith(AT_LEAST, at - AT_LEAST.length());
    }
}
