package dev.seatport.reports.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Randomly damaged resume file: a customer is unchanged or read again, and no customer is added. */
@Tag("slow")
class CheckpointFuzzTest {
    private static final int ROUNDS = 2_000;
    private static final long SEED = 20_261_130L;
    private static final ReviewCheckpointFile.ReuseCriteria TERMS =
            new ReviewCheckpointFile.ReuseCriteria("0123abcd", 1, Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"));

    @TempDir
    private Path directory;

    private Path file;
    private byte[] whole;
    private Map<String, CustomerView> truth;

    @BeforeEach
    void writeResumeFile() throws IOException {
        file = directory.resolve("journal");
        truth = new HashMap<>();
        try (ReviewCheckpointFile checkpoint = ReviewCheckpointFile.open(file, TERMS)) {
            for (CustomerView customer : HtmlFleet.customers()) {
                checkpoint.add(new CheckpointRecord(customer, List.of(0)));
                if (customer.complete()) {
                    truth.put(customer.id(), customer);
                }
            }
        }
        whole = Files.readAllBytes(file);
        assertThat(truth).hasSizeGreaterThan(20);
    }

    @Test
    void neverChangesAResult() throws IOException {
        Random random = new Random(SEED);
        int damaged = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = damage(random);
            Files.write(file, bytes);
            try (ReviewCheckpointFile checkpoint = ReviewCheckpointFile.open(file, TERMS)) {
                damaged += truth.size() - replayed(checkpoint, round);
            } catch (CheckpointException e) {
                refused++;
                assertThat(Files.readAllBytes(file)).as("round %d", round).isEqualTo(bytes);
            }
        }
        assertThat(damaged).isGreaterThan(ROUNDS / 2);
        assertThat(refused).isLessThan(ROUNDS / 4);
    }

    private int replayed(ReviewCheckpointFile checkpoint, int round) throws IOException {
        List<String> ids = new ArrayList<>();
        checkpoint.replay(reviewed -> {
            CustomerView customer = reviewed.customer();
            assertThat(customer).as("round %d", round).isEqualTo(truth.get(customer.id()));
            assertThat(reviewed.exclusions()).containsExactly(0);
            ids.add(customer.id());
        });
        assertThat(ids).as("round %d", round).doesNotHaveDuplicates().hasSize(checkpoint.size());
        for (CustomerView customer : truth.values()) {
            assertThat(checkpoint.has(new CustomerId(new Vendor(customer.vendor()), customer.id())))
                    .isEqualTo(ids.contains(customer.id()));
        }
        return ids.size();
    }

    private byte[] damage(Random random) {
        byte[] bytes = whole.clone();
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            bytes = switch (random.nextInt(8)) {
                case 0 -> cut(bytes, random);
                case 1 -> withoutAPart(bytes, random);
                case 2 -> withLinesMixed(bytes, random);
                case 3 -> withAByte(bytes, random);
                default -> withABit(bytes, random);
            };
        }
        return bytes;
    }

    private static byte[] withABit(byte[] bytes, Random random) {
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] withAByte(byte[] bytes, Random random) {
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] cut(byte[] bytes, Random random) {
        return Arrays.copyOf(bytes, bytes.length - random.nextInt(1 + bytes.length / 4));
    }

    private static byte[] withoutAPart(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(3_000));
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.write(bytes, 0, from);
        rest.write(bytes, to, bytes.length - to);
        return rest.toByteArray();
    }

    /** Duplicates or reorders lines after the first. */
    private static byte[] withLinesMixed(byte[] bytes, Random random) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(Arrays.copyOfRange(bytes, from, i + 1));
                from = i + 1;
            }
        }
        if (lines.size() > 1) {
            lines.add(lines.get(1 + random.nextInt(lines.size() - 1)));
            Collections.shuffle(lines.subList(1, lines.size()), random);
        }
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        lines.forEach(mixed::writeBytes);
        return mixed.toByteArray();
    }
}
