package dev.seatport.avepoint.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seatport.avepoint.internal.transport.AvePointResponseConventions;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.http.json.FastJsonReader;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.events.SchemaDrift;
import dev.seatport.ports.failure.VendorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** Compares fast readers with databind, on pages that are changed at random. */
public final class RandomPages {
    /** Mapper with the strict settings of the adapters that change the result. */
    public static final JsonMapper DATABIND = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private static final List<String> REPLACEMENTS =
            List.of("null", "[]", "{}", "\"", "-1", "0", ",", "}", " ", "1", "e");
    private static final int ITERATIONS = 4_000;

    private RandomPages() {}

    /** Returns a response context that collects drift. */
    public static ResponseContext response(String operation, List<SchemaDrift> drifts) {
        CallListener callListener = new CallListener() {
            @Override
            public void drifted(Vendor vendor, String operation, SchemaDrift schemaDrift) {
                drifts.add(schemaDrift);
            }
        };
        return new ResponseContext(
                new Provenance(AvePointResponseConventions.VENDOR, operation, Instant.EPOCH, null),
                callListener,
                200,
                1);
    }

    /** Decodes a page. */
    @FunctionalInterface
    public interface Decoder<O> {
        O decode(byte[] page) throws IOException;
    }

    /**
     * Changes the page thousands of times, by a flipped bit or a replaced part. Checks that reader and databind give the same result.
     *
     * @return the number of pages that the reader accepted
     */
    public static <O> int assertSameAsDatabind(String page, Decoder<O> reader, Decoder<O> databind) throws IOException {
        SplittableRandom random = new SplittableRandom(page.length());
        int accepted = 0;
        for (int i = 0; i < ITERATIONS; i++) {
            byte[] bytes = changed(page, random);
            O result;
            try {
                result = reader.decode(bytes);
            } catch (FastJsonReader.UnsupportedJsonException | VendorException e) {
                continue;
            }
            accepted++;
            assertThat(result).as(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(databind.decode(bytes));
        }
        return accepted;
    }

    private static byte[] changed(String page, SplittableRandom random) {
        if (random.nextBoolean()) {
            byte[] flipped = page.getBytes(StandardCharsets.UTF_8);
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            return flipped;
        }
        int from = random.nextInt(page.length());
        int to = Math.min(page.length(), from + random.nextInt(8));
        return (page.substring(0, from) + REPLACEMENTS.get(random.nextInt(REPLACEMENTS.size())) + page.substring(to))
                .getBytes(StandardCharsets.UTF_8);
    }
}
