package dev.seatport.reports.output;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Serial;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts values to JSON without characters that control a terminal or break JavaScript. */
public final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder(new JsonFactoryBuilder()
                    .characterEscapes(new TerminalSafeEscapes())
                    .build())
            .build();

    /** ISO 8601 with milliseconds, for every precision of a clock. */
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private JsonText() {}

    /** Returns a time in UTC as ISO 8601 with milliseconds. */
    public static String time(Instant time) {
        return MILLISECONDS.format(time);
    }

    /** Returns a value on one line. Records become objects with their component names. */
    public static String line(@Nullable Object value) {
        return text(MAPPER.writer(), value);
    }

    /**
     * Returns a row as an object with the names and the order of the columns.
     *
     * @param spread whether each member is on its own line
     */
    static <V> String object(List<Column<V>> columns, V row, boolean spread) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (Column<V> column : columns) {
            members.put(column.name(), column.value().apply(row));
        }
        return text(spread ? MAPPER.writerWithDefaultPrettyPrinter() : MAPPER.writer(), members);
    }

    private static String text(ObjectWriter writer, @Nullable Object value) {
        try {
            return TerminalSanitizer.wellFormed(writer.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "cannot be written as JSON: "
                            + (value == null ? "null" : value.getClass().getName()),
                    e);
        }
    }

    /** Also escapes terminal controls and the line separators of JavaScript. */
    private static final class TerminalSafeEscapes extends CharacterEscapes {
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
            boolean surrogate = Character.getType(character) == Character.SURROGATE;
            return surrogate || !TerminalSanitizer.isUnsafe(character)
                    ? null
                    : new SerializedString("\\u%04X".formatted(character));
        }
    }
}
