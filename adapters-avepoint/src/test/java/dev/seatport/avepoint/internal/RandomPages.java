package dev.seatport.avepoint.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seatport.avepoint.internal.transport.AvePointProtocol;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.http.json.JsonFieldReader;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.events.SchemaDrift;
import dev.seatport.ports.failure.VendorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** What readers of regular pages are held against: databind, with pages that were changed at random. */
public final class RandomPages {
    /** As strict as the adapters' own, where a page that is read could differ. */
    public static final JsonMapper DATABIND = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private static final List<String> PIECES = List.of("null", "[]", "{}", "\"", "-1", "0", ",", "}", " ", "1", "e");
    private static final int TIMES = 4_000;

    private RandomPages() {}

    /** An answer whose drift is gathered. */
    public static ResponseContext answer(String operation, List<SchemaDrift> drifts) {
        CallListener callListener = new CallListener() {
            @Override
            public void drifted(Vendor vendor, String operation, SchemaDrift schemaDrift) {
                drifts.add(schemaDrift);
            }
        };
        return new ResponseContext(
                new Provenance(AvePointProtocol.VENDOR, operation, Instant.EPOCH, null), callListener, 200, 1);
    }

    /** What a page comes to. */
    @FunctionalInterface
    public interface Reading<O> {
        O of(byte[] page) throws IOException;
    }

    /**
     * Reads the page with a bit flipped or a piece replaced, in thousands of ways: whatever the reader reads, databind must read as
     * the same.
     *
     * @return how many of them the reader read
     */
    public static <O> int readAlike(String page, Reading<O> reader, Reading<O> databind) throws IOException {
        SplittableRandom chance = new SplittableRandom(page.length());
        int read = 0;
        for (int i = 0; i < TIMES; i++) {
            byte[] bytes = changed(page, chance);
            O outcome;
            try {
                outcome = reader.of(bytes);
            } catch (JsonFieldReader.UnsupportedJsonException | VendorException e) {
                continue;
            }
            read++;
            assertThat(outcome).as(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(databind.of(bytes));
        }
        return read;
    }

    private static byte[] changed(String page, SplittableRandom chance) {
        if (chance.nextBoolean()) {
            byte[] flipped = page.getBytes(StandardCharsets.UTF_8);
            flipped[chance.nextInt(flipped.length)] ^= (byte) (1 << chance.nextInt(8));
            return flipped;
        }
        int from = chance.nextInt(page.length());
        int to = Math.min(page.length(), from + chance.nextInt(8));
        return (page.substring(0, from) + PIECES.get(chance.nextInt(PIECES.size())) + page.substring(to))
                .getBytes(StandardCharsets.UTF_8);
    }
}
