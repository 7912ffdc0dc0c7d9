package dev.seatport.reports.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.reports.review.CustomerView.ProvenanceView;
import dev.seatport.reports.review.CustomerView.TenantView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewCheckpointFileTest {
    private static final String REVIEW = "0123abcd";
    private static final Vendor SEATS = new Vendor("acme");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ReviewCheckpointFile.ReuseCriteria TERMS = terms(NOON);

    /** Terms that reuse customers read at or after a time. */
    private static ReviewCheckpointFile.ReuseCriteria terms(Instant earliest) {
        return new ReviewCheckpointFile.ReuseCriteria(REVIEW, 1, earliest, NOON.plusSeconds(60));
    }

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("journal");
    }

    private static CheckpointRecord customer(String id, boolean complete) {
        ProvenanceView from = new ProvenanceView("acme", "tenant seats", "2026-03-01T12:00:00Z", null);
        CustomerView entry = new CustomerView(
                "acme",
                id,
                "Größe 日本 😀 " + id,
                null,
                "WORKING",
                null,
                null,
                null,
                "2026-03-01T12:00:0" + id.length() + "Z",
                complete,
                List.of(new TenantView("tenant-" + id, null, "MICROSOFT_365", 3L, null, null, from)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new CheckpointRecord(entry, List.of(0));
    }

    private void keep(String... ids) throws IOException {
        try (ReviewCheckpointFile checkpoint = ReviewCheckpointFile.open(file(), TERMS)) {
            for (String id : ids) {
                checkpoint.add(customer(id, true));
            }
        }
    }

    private static List<CheckpointRecord> kept(ReviewCheckpointFile checkpoint) throws IOException {
        List<CheckpointRecord> kept = new ArrayList<>();
        checkpoint.replay(kept::add);
        return kept;
    }

    private List<String> ids() throws IOException {
        try (ReviewCheckpointFile checkpoint = ReviewCheckpointFile.open(file(), TERMS)) {
            List<String> ids = kept(checkpoint).stream()
                    .map(customer -> customer.customer().id())
                    .toList();
            assertThat(checkpoint.size()).isEqualTo(ids.size());
            assertThat(ids).allMatch(id -> checkpoint.has(new CustomerId(SEATS, id)));
            return ids;
        }
    }

    private void refused(String message) throws IOException {
        byte[] before = Files.readAllBytes(file());
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> ReviewCheckpointFile.open(file(), TERMS))
                .withMessageStartingWith(file() + " ")
                .withMessageContaining(message);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Nested
    class ASavedCustomer {
        @Test
        void isReplayedUnchangedInOrder() throws IOException {
            keep("bb", "a");

            try (ReviewCheckpointFile checkpoint = ReviewCheckpointFile.open(file(), TERMS)) {
                assertThat(kept(checkpoint)).containsExactly(customer("bb", true), customer("a", true));
                assertThat(checkpoint.oldest()).isEqualTo(NOON.plusSeconds(1));
                assertThat(checkpoint.hasTenant(new TenantId("tenant-a"))).isTrue();
                assertThat(checkpoint.hasTenant(new TenantId("tenant-c"))).isFalse();
                assertThat(checkpoint.has(new CustomerId(SEATS, "c"))).isFalse();
                assertThat(checkpoint.has(new CustomerId(new Vendor("globex"), "a")))
                        .isFalse();
            }
        }

        @Test
        void isNeverIncomplete() throws IOException {
            try (ReviewCheckpointFile checkpoint = ReviewCheckpointFile.open(file(), TERMS)) {
                checkpoint.add(customer("a", false));
            }

            assertThat(ids()).isEmpty();
        }

        @Test
        void isInTheFileBeforeTheFileIsClosed() throws IOException {
            try (ReviewCheckpointFile checkpoint = ReviewCheckpointFile.open(file(), TERMS)) {
                checkpoint.add(customer("a", true));

                assertThat(Files.readString(file())).contains("\"id\":\"a\"").endsWith("\n");
            }
        }

        @Test
        void isKeptForLaterReviews() throws IOException {
            keep("a");
            keep("b");
            keep();

            assertThat(ids()).containsExactly("a", "b");
        }

        @Test
        void isReplayedFromLinesWithCarriageReturns() throws IOException {
            keep("a", "b");
            Files.writeString(file(), Files.readString(file()).replace("\n", "\r\n"));
            keep("c");

            assertThat(ids()).containsExactly("a", "b", "c");
        }

        @Test
        void isReadAgainIfItsLineIsDamaged() throws IOException {
            keep("a", "b", "c", "d");
            List<String> lines = Files.readAllLines(file());
            lines.set(2, lines.get(2).replace("\"assigned\":3", "\"assigned\":4"));
            lines.set(3, "null");
            Files.write(file(), lines);

            try (ReviewCheckpointFile checkpoint = ReviewCheckpointFile.open(file(), TERMS)) {
                assertThat(checkpoint.remarks()).singleElement().asString().contains("2 customers", "damaged");
                assertThat(checkpoint.has(new CustomerId(SEATS, "b"))).isFalse();
                assertThat(checkpoint.hasTenant(new TenantId("tenant-b"))).isFalse();
            }
            assertThat(ids()).containsExactly("a", "d");
        }
    }

    @Nested
    class ALine {
        private CheckpointRecord at(String id, Instant readAt) {
            CustomerView entry = customer(id, true).customer();
            return new CheckpointRecord(
                    new CustomerView(
                            entry.vendor(),
                            entry.id(),
                            entry.organization(),
                            entry.ownerEmail(),
                            entry.status(),
                            entry.statusText(),
                            entry.country(),
                            entry.countryCode(),
                            readAt.toString(),
                            true,
                            entry.tenants(),
                            entry.products(),
                            entry.licenses(),
                            entry.coverage(),
                            entry.findings(),
                            entry.gaps(),
                            entry.unmatched()),
                    List.of());
        }

        private List<String> linesOf(CheckpointRecord... customers) throws IOException {
            Files.deleteIfExists(file());
            try (ReviewCheckpointFile checkpoint = ReviewCheckpointFile.open(file(), TERMS)) {
                for (CheckpointRecord customer : customers) {
                    checkpoint.add(customer);
                }
            }
            return Files.readAllLines(file());
        }

        @Test
        void thatIsTooOldIsIgnoredAndRemoved() throws IOException {
            linesOf(at("a", NOON), at("b", NOON.plusMillis(500)), at("c", NOON.plusSeconds(1)));

            try (ReviewCheckpointFile checkpoint = ReviewCheckpointFile.open(file(), terms(NOON.plusMillis(500)))) {
                assertThat(kept(checkpoint))
                        .extracting(one -> one.customer().id())
                        .containsExactly("b", "c");
                assertThat(checkpoint.oldest()).isEqualTo(NOON.plusMillis(500));
                assertThat(checkpoint.hasTenant(new TenantId("tenant-a"))).isFalse();
                assertThat(checkpoint.remarks()).singleElement().asString().contains("1 customer", "too old");
            }
            assertThat(Files.readAllLines(file())).hasSize(3);
        }

        @Test
        void withATimeAfterNowIsIgnored() throws IOException {
            linesOf(at("a", NOON.plusSeconds(61)), at("b", NOON));

            assertThat(ids()).containsExactly("b");
        }

        @Test
        void ofACustomerWithSeveralLinesIsUsedOnlyIfItIsTheLatest() throws IOException {
            CheckpointRecord latest = at("a", NOON.plusSeconds(30));
            linesOf(at("a", NOON), latest, at("b", NOON), at("a", NOON.plusSeconds(10)), latest);

            try (ReviewCheckpointFile checkpoint = ReviewCheckpointFile.open(file(), TERMS)) {
                assertThat(kept(checkpoint)).containsExactly(at("b", NOON), latest);
            }
            assertThat(Files.readAllLines(file())).hasSize(3);
        }

        @Test
        void ofAnotherReviewIsIgnored() throws IOException {
            List<String> lines = linesOf(at("a", NOON));
            Files.delete(file());
            try (ReviewCheckpointFile other = ReviewCheckpointFile.open(
                    file(), new ReviewCheckpointFile.ReuseCriteria("fedc", 1, NOON, NOON.plusSeconds(60)))) {
                other.add(at("b", NOON));
            }
            String foreign = Files.readAllLines(file()).get(1);
            Files.write(file(), List.of(lines.get(0), foreign, lines.get(1)));

            assertThat(ids()).containsExactly("a");
        }

        @Test
        void withAnInvalidByteDoesNotAffectOtherLines() throws IOException {
            linesOf(at("a", NOON), at("b", NOON), at("c", NOON));
            byte[] bytes = Files.readAllBytes(file());
            int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"id\":\"b\"") + 6;
            bytes[place] = (byte) 0xff;
            Files.write(file(), bytes);

            assertThat(ids()).containsExactly("a", "c");
        }

        @Test
        void ofAnyLengthDoesNotAffectOtherLines() throws IOException {
            List<String> lines = linesOf(at("a", NOON));
            Files.write(file(), List.of(lines.get(0), "x".repeat(3_000_000), lines.get(1), ""));

            assertThat(ids()).containsExactly("a");
        }

        @Test
        void thatHoldsHalfASurrogatePairIsKept() throws IOException {
            CustomerView entry = at("a", NOON).customer();
            linesOf(at("a\ud83d", NOON), new CheckpointRecord(entry, List.of()));

            assertThat(ids()).containsExactly("a\uFFFD", "a");
        }
    }

    @Nested
    class ATornLine {
        @Test
        void isRemovedForEachLength() throws IOException {
            keep("a", "b");
            byte[] whole = Files.readAllBytes(file());
            int second = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf("\n", whole.length - 2) + 1;

            for (int length = second; length < whole.length; length++) {
                Files.write(file(), Arrays.copyOf(whole, length));
                assertThat(ids()).as("cut at %d", length).containsExactly("a");
                assertThat(Files.size(file())).isEqualTo(second);
            }
            keep("b");
            assertThat(Files.readAllBytes(file())).isEqualTo(whole);
        }

        @Test
        void isWrittenAgainIfItIsTheHeader() throws IOException {
            keep();
            byte[] whole = Files.readAllBytes(file());

            for (int length = "{\"journal\":".length(); length < whole.length; length++) {
                Files.write(file(), Arrays.copyOf(whole, length));
                assertThat(ids()).isEmpty();
                assertThat(Files.readAllBytes(file())).isEqualTo(whole);
            }
        }
    }

    @Nested
    class AForeignFile {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "{\"jour",
                    "\n",
                    "\r\n",
                    "hello",
                    "hello\n",
                    "null\n",
                    "{}\n",
                    "[]",
                    "{\"journal\":1}\n",
                    "{\"journal\":1,\"review\":null}\n",
                    "{\"journal\":null,\"review\":\"0123abcd\"}\n",
                    "{\"journal\":1,\"review\":\"0123abcd\"} and more\n",
                    "{\"journal\":2,\"review\":\"0123abcd\",\"more\":1}\n",
                    "{\"journal\":1,\"review\":\"no fingerprint\"}\n",
                    "{\"type\":\"review\",\"schemaVersion\":1}\nabc",
                    "\ufeff{\"journal\":1,\"review\":\"0123abcd\"}\n"
                })
        void isRefusedAndUnchanged(String content) throws IOException {
            Files.writeString(file(), content);

            refused("");
        }

        @Test
        void isRefusedIfItIsBinaryOrOneLongLine() throws IOException {
            Files.write(file(), new byte[] {(byte) 0xff, 0, (byte) 0xfe, 10});
            refused("not a resume file");
            Files.writeString(file(), "x".repeat(1_000_000));
            refused("not a resume file");
        }

        @Test
        void isRefusedIfItIsOfAnotherReview() throws IOException {
            Files.writeString(file(), "{\"journal\":5,\"review\":\"abcdef\"}\nhalf a li");
            refused("another review");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"journal\":1,\"review\":\"0123abcd\"}\n{\"customer\":{}}\nhalf a li",
                    "{\"journal\":1,\"review\":\"abcdef\"}\n",
                    "{\"journal\":2,\"review\":\"0123abcd\"}\n",
                    "{\"journal\":3,\"review\":\"0123abcd\"}\n",
                    "{\"journal\":4,\"review\":\"0123abcd\"}\n",
                    "{\"journal\":6,\"review\":\"0123abcd\"}\n"
                })
        void isReplacedWithARemarkIfItHasAnotherFormat(String content) throws IOException {
            Files.writeString(file(), content);
            Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));

            try (ReviewCheckpointFile checkpoint = ReviewCheckpointFile.open(file(), TERMS)) {
                assertThat(checkpoint.remarks()).singleElement().asString().contains("another format", "replaced");
                assertThat(checkpoint.size()).isZero();
                checkpoint.add(customer("a", true));
            }

            assertThat(ids()).containsExactly("a");
            assertThat(Files.readString(file())).startsWith("{\"journal\":5,\"review\":\"0123abcd\"}\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-r-----");
        }
    }

    @Nested
    class APath {
        @Test
        void thatIsNotARegularFileIsRefused() throws IOException {
            assertThatExceptionOfType(CheckpointException.class)
                    .isThrownBy(() -> ReviewCheckpointFile.open(directory, TERMS))
                    .withMessageContaining("is not a regular file");
            assertThatExceptionOfType(CheckpointException.class)
                    .isThrownBy(() -> ReviewCheckpointFile.open(directory.resolve("no/journal"), TERMS))
                    .withMessageContaining("cannot be read or written");
        }

        @Test
        void thatIsNewIsReadableOnlyByItsOwner() throws IOException {
            keep("a");

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }

        @Test
        void thatAnotherProgramChangesEndsWithAnError() throws IOException {
            keep("a", "b");
            try (ReviewCheckpointFile checkpoint = ReviewCheckpointFile.open(file(), TERMS)) {
                byte[] bytes = Files.readAllBytes(file());
                bytes[bytes.length - 10] ^= 1;
                Files.write(file(), bytes);

                assertThatExceptionOfType(CheckpointException.class)
                        .isThrownBy(() -> kept(checkpoint))
                        .withMessageContaining("changed by another program");
            }
        }

        @Test
        void thatIsADeviceIsRefused() {
            Path device = Path.of("/dev/null");
            assumeTrue(Files.exists(device));

            assertThatExceptionOfType(CheckpointException.class)
                    .isThrownBy(() -> ReviewCheckpointFile.open(device, TERMS));
        }

        @Test
        void thatIsInUseIsRefusedUntilItIsFree() throws IOException {
            keep("a");
            try (ReviewCheckpointFile checkpoint = ReviewCheckpointFile.open(file(), TERMS)) {
                refused("used by another review");
                checkpoint.add(customer("b", true));
            }

            assertThat(ids()).containsExactly("a", "b");
        }
    }

    @Nested
    class Finishing {
        @Test
        void deletesTheFileOfACompleteReview() throws IOException {
            try (ReviewCheckpointFile checkpoint = ReviewCheckpointFile.open(file(), TERMS)) {
                checkpoint.add(customer("a", true));
                checkpoint.finish();
                assertThat(file()).exists();
            }

            assertThat(file()).doesNotExist();
        }

        @Test
        void keepsAnotherFileAtThePath() throws IOException {
            Path result = Files.writeString(directory.resolve("result"), "result");
            try (ReviewCheckpointFile checkpoint = ReviewCheckpointFile.open(file(), TERMS)) {
                Files.move(result, file(), StandardCopyOption.REPLACE_EXISTING);
                checkpoint.finish();
            }

            assertThat(file()).hasContent("result");
        }

        @Test
        void acceptsADeletedFile() throws IOException {
            try (ReviewCheckpointFile checkpoint = ReviewCheckpointFile.open(file(), TERMS)) {
                Files.delete(file());
                checkpoint.finish();
            }

            assertThat(file()).doesNotExist();
        }

        @Test
        void deletesTheTargetOfALink() throws IOException {
            Path link = Files.createSymbolicLink(directory.resolve("link"), file());
            try (ReviewCheckpointFile checkpoint = ReviewCheckpointFile.open(link, TERMS)) {
                checkpoint.finish();
            }

            assertThat(file()).doesNotExist();
            assertThat(Files.isSymbolicLink(link)).isTrue();
        }
    }
}
