package dev.seatport.reports.output;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as JSON that neither a terminal nor a script in a page obeys. */
public final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder(
                    new JsonFactoryBuilder().characterEscapes(new Escapes()).build())
            .build();

    private JsonText() {}

    /** A value on one line: records by the names of their components, what was not reported as {@code null}. */
    public static String line(@Nullable Object value) {
        return text(MAPPER.writer(), value);
    }

    /**
     * A row with the columns' names in the columns' order.
     *
     * @param spread whether each member stands on a line of its own
     */
    static <V> String object(TableSchema<V> tableSchema, V row, boolean spread) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (Column<V> column : tableSchema.columns()) {
            members.put(column.name(), column.value().apply(row));
        }
        return text(spread ? MAPPER.writerWithDefaultPrettyPrinter() : MAPPER.writer(), members);
    }

    private static String text(ObjectWriter writer, @Nullable Object value) {
        try {
            return TerminalSanitizer.wellFormed(writer.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "no JSON: " + (value == null ? "null" : value.getClass().getName()), e);
        }
    }

    /** Escapes what JSON must, and beyond that what a terminal would obey and what JavaScript takes for a line break. */
    private static final class Escapes extends CharacterEscapes {
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
            return half || !TerminalSanitizer.does(character)
                    ? null
                    : new SerializedString("\\u%04X".formatted(character));
        }
    }
}
