package dev.seatport.http.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

/** What is taken for JSON: bounded in depth and length, and strict. */
final class JsonSyntax {
    private static final int DEEPEST = 64;
    private static final int LONGEST_STRING = 1024 * 1024;
    private static final int LONGEST_NUMBER = 64;

    private JsonSyntax() {}

    /** A factory of its own for each who sets up something with it. */
    static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_STRING)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                // Of two values for one key, nobody can say which the vendor meant.
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
    }
}
