package dev.seatport.reports.output;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Escapes what JSON must, and beyond that what a terminal would obey and what JavaScript takes for a line break. */
final class JsonEscapes extends CharacterEscapes {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int DELETE = 0x7F;
    private static final int[] ASCII = ascii();

    private static int[] ascii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DELETE] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ASCII.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        boolean half = Character.getType(character) == Character.SURROGATE;
        return half || !Printable.does(character) ? null : new SerializedString("\\u%04X".formatted(character));
    }
}
