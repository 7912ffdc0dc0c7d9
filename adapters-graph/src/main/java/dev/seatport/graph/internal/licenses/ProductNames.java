package dev.seatport.graph.internal.licenses;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Display names of common SKUs, by part number. Graph reports part numbers only. */
final class ProductNames {
    private static final Properties NAMES = load();

    private ProductNames() {}

    /** Reads the table, unless that happened already. Blocks, so it must not run on the event loop. */
    static void initialize() {
        Objects.requireNonNull(NAMES);
    }

    /**
     * Returns the display name of a part number, or the part number if it is not in the table.
     *
     * @return {@code null} if the part number is {@code null} or blank
     */
    static @Nullable String nameOf(@Nullable String partNumber) {
        return partNumber == null || partNumber.isBlank() ? null : NAMES.getProperty(partNumber, partNumber);
    }

    private static Properties load() {
        Properties names = new Properties();
        try (InputStream bytes = Objects.requireNonNull(
                        ProductNames.class.getResourceAsStream("product-names.properties"),
                        "product-names.properties");
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            names.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource product-names.properties cannot be read", e);
        }
        return names;
    }
}
