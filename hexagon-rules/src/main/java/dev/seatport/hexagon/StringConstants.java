package dev.seatport.hexagon;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the string constants of a class file, which ArchUnit does not import. */
final class StringConstants {
    private static final int MAGIC = 0xCAFEBABE;

    private StringConstants() {}

    /** Returns the string constants of a class; empty if it was not imported from a file or a jar. */
    static Stream<String> of(JavaClass type) {
        Optional<URI> source = type.getSource().map(found -> found.getUri());
        return source.isPresent() ? read(source.orElseThrow()).stream() : Stream.empty();
    }

    private static List<String> read(URI source) {
        try {
            URLConnection connection = source.toURL().openConnection();
            // A cached jar would stay open, and could not be replaced by the next build.
            connection.setUseCaches(false);
            try (InputStream file = connection.getInputStream();
                    DataInputStream input = new DataInputStream(new BufferedInputStream(file))) {
                return constants(input);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("class file " + source + " cannot be read", e);
        }
    }

    /** Reads the constant pool as in section 4.4 of the Java Virtual Machine Specification. */
    private static List<String> constants(DataInputStream input) throws IOException {
        if (input.readInt() != MAGIC) {
            return List.of();
        }
        input.readInt();
        int count = input.readUnsignedShort();
        Map<Integer, String> texts = new HashMap<>();
        List<Integer> strings = new ArrayList<>();
        int index = 1;
        while (index < count) {
            int tag = input.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(index, input.readUTF());
                case 8 -> strings.add(input.readUnsignedShort());
                case 7, 16, 19, 20 -> input.skipNBytes(2);
                case 15 -> input.skipNBytes(3);
                case 5, 6 -> input.skipNBytes(8);
                default -> input.skipNBytes(4);
            }
            // A long or a double takes two indexes.
            index += tag == 5 || tag == 6 ? 2 : 1;
        }
        return strings.stream().map(at -> texts.getOrDefault(at, "")).toList();
    }
}
