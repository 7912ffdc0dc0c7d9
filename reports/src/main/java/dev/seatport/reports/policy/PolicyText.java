package dev.seatport.reports.policy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file's text: UTF-8, of a bounded size, with or without a byte order mark, and without characters that no text has. */
final class PolicyText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String LEGAL = "; legal: a file in UTF-8 of at most 1 MiB";

    private PolicyText() {}

    /**
     * Reads a file.
     *
     * @throws PolicyException if it cannot be read, is too large, or is no text
     */
    static String read(Path file, PolicyFile.ByteReader reader, Mistakes mistakes) {
        String text = decoded(bytes(file, reader, mistakes), mistakes);
        String unmarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        requirePrintable(unmarked, mistakes);
        return unmarked;
    }

    private static byte[] bytes(Path file, PolicyFile.ByteReader reader, Mistakes mistakes) {
        try {
            return reader.read(file);
        } catch (IOException e) {
            throw mistakes.fatal(e.getMessage() + LEGAL);
        }
    }

    private static String decoded(byte[] bytes, Mistakes mistakes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw mistakes.fatal(lineOf(text, text.length()), "is not UTF-8 here" + LEGAL);
        }
        return text;
    }

    /** Other characters mean nothing in either form, and hide what an id really is. */
    private static void requirePrintable(String text, Mistakes mistakes) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r') {
                throw mistakes.fatal(lineOf(text, i), "has a control character; legal: text, line ends and tabs");
            }
        }
    }

    private static int lineOf(String text, int index) {
        return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
    }
}
