package dev.seatport.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** JSON Schema of the result of a review. */
final class ReviewSchema {
    private static final String ID = "https://seatport.dev/schemas/review-2.json";
    private static final String FILE = "/META-INF/schemas/seatport-review-2.json";

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(ID, text()))));
    private static final JsonSchema DOCUMENT = FACTORY.getSchema(SchemaLocation.of(ID));
    private static final JsonSchema LINE = FACTORY.getSchema(SchemaLocation.of(ID + "#/$defs/line"));
    private static final JsonSchema POSITION = FACTORY.getSchema(SchemaLocation.of(ID + "#/$defs/position"));

    private ReviewSchema() {}

    private static String text() {
        try (InputStream in = Objects.requireNonNull(ReviewSchema.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Validates a JSON document, an NDJSON line or a row of positions of a review. Other JSON passes. */
    static JsonNode valid(JsonNode json) {
        if (json.has("type")) {
            assertThat(LINE.validate(json)).isEmpty();
        } else if (json.has("schemaVersion")) {
            assertThat(DOCUMENT.validate(json)).isEmpty();
        } else if (json.has("row")) {
            assertThat(POSITION.validate(json)).isEmpty();
        }
        return json;
    }
}
