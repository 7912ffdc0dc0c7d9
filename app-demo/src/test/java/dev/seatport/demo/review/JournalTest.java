package dev.seatport.demo.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seatport.demo.review.CustomerEntry.SourceEntry;
import dev.seatport.demo.review.CustomerEntry.TenantEntry;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.tenant.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    private static final String REVIEW = "0123abcd";
    private static final Vendor SEATS = new Vendor("acme");

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("journal");
    }

    private static ReviewedCustomer customer(String id, boolean complete) {
        SourceEntry from = new SourceEntry("acme", "tenant seats", "2026-03-01T12:00:00Z", null);
        CustomerEntry entry = new CustomerEntry(
                "acme",
                id,
                "Größe 日本 😀 " + id,
                null,
                "WORKING",
                null,
                null,
                "2026-03-01T12:00:0" + id.length() + "Z",
                complete,
                List.of(new TenantEntry("tenant-" + id, null, "MICROSOFT_365", 3L, null, null, from)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new ReviewedCustomer(entry, List.of(0));
    }

    private void keep(String... ids) throws IOException {
        try (Journal journal = Journal.open(file(), REVIEW)) {
            for (String id : ids) {
                journal.add(customer(id, true));
            }
        }
    }

    private static List<ReviewedCustomer> kept(Journal journal) throws IOException {
        List<ReviewedCustomer> kept = new ArrayList<>();
        journal.replay(kept::add);
        return kept;
    }

    private List<String> ids() throws IOException {
        try (Journal journal = Journal.open(file(), REVIEW)) {
            List<String> ids = kept(journal).stream()
                    .map(customer -> customer.customer().id())
                    .toList();
            assertThat(journal.size()).isEqualTo(ids.size());
            assertThat(ids).allMatch(id -> journal.has(new CustomerId(SEATS, id)));
            return ids;
        }
    }

    private void refused(String message) throws IOException {
        byte[] before = Files.readAllBytes(file());
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> Journal.open(file(), REVIEW))
                .withMessageStartingWith(file() + " ")
                .withMessageContaining(message);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Nested
    class WhatIsKept {
        @Test
        void comesBackAsItWasAndInItsOrder() throws IOException {
            keep("bb", "a");

            try (Journal journal = Journal.open(file(), REVIEW)) {
                assertThat(kept(journal)).containsExactly(customer("bb", true), customer("a", true));
                assertThat(journal.oldest()).isEqualTo("2026-03-01T12:00:01Z");
                assertThat(journal.hasTenant(new TenantId("tenant-a"))).isTrue();
                assertThat(journal.hasTenant(new TenantId("tenant-c"))).isFalse();
                assertThat(journal.has(new CustomerId(SEATS, "c"))).isFalse();
                assertThat(journal.has(new CustomerId(new Vendor("globex"), "a")))
                        .isFalse();
            }
        }

        @Test
        void isNobodyOfWhomSomethingIsMissing() throws IOException {
            try (Journal journal = Journal.open(file(), REVIEW)) {
                journal.add(customer("a", false));
            }

            assertThat(ids()).isEmpty();
        }

        @Test
        void isThereBeforeTheJournalIsClosed() throws IOException {
            try (Journal journal = Journal.open(file(), REVIEW)) {
                journal.add(customer("a", true));

                assertThat(Files.readString(file())).contains("\"id\":\"a\"").endsWith("\n");
            }
        }

        @Test
        void growsFromOneReviewToTheNext() throws IOException {
            keep("a");
            keep("b");
            keep();

            assertThat(ids()).containsExactly("a", "b");
        }

        @Test
        void survivesAnEditorThatEndsLinesInItsOwnWay() throws IOException {
            keep("a", "b");
            Files.writeString(file(), Files.readString(file()).replace("\n", "\r\n"));
            keep("c");

            assertThat(ids()).containsExactly("a", "b", "c");
        }

        @Test
        void isReadAgainIfItsLineIsSpoilt() throws IOException {
            keep("a", "b", "c", "d");
            List<String> lines = Files.readAllLines(file());
            lines.set(2, lines.get(2).replace("\"complete\":true,", ""));
            lines.set(3, "null");
            Files.write(file(), lines);

            assertThat(ids()).containsExactly("a", "d");
        }
    }

    @Nested
    class ALineThatWasTorn {
        @Test
        void isDroppedWhereverItWasTorn() throws IOException {
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
        void isBegunAnewIfItWasTheFirst() throws IOException {
            keep();
            byte[] whole = Files.readAllBytes(file());

            for (int length = 0; length < whole.length; length++) {
                Files.write(file(), Arrays.copyOf(whole, length));
                assertThat(ids()).isEmpty();
                assertThat(Files.readAllBytes(file())).isEqualTo(whole);
            }
        }
    }

    @Nested
    class AFileOfSomebodyElse {
        @ParameterizedTest
        @ValueSource(
                strings = {
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
                    "{\"type\":\"review\",\"schemaVersion\":1}\nabc",
                    "\ufeff{\"journal\":1,\"review\":\"0123abcd\"}\n"
                })
        void isRefusedAndLeftAsItIs(String content) throws IOException {
            Files.writeString(file(), content);

            refused("");
        }

        @Test
        void isRefusedIfItIsNoTextOrWithoutEnd() throws IOException {
            Files.write(file(), new byte[] {(byte) 0xff, 0, (byte) 0xfe, 10});
            refused("no journal");
            Files.writeString(file(), "x".repeat(1_000_000));
            refused("no journal");
        }

        @Test
        void isRefusedIfItIsTheJournalOfAnotherReviewOrVersion() throws IOException {
            Files.writeString(file(), "{\"journal\":1,\"review\":\"another\"}\nhalf a li");
            refused("another review");
            Files.writeString(file(), "{\"journal\":2,\"review\":\"0123abcd\"}\nhalf a li");
            refused("another version");
        }
    }

    @Nested
    class APlace {
        @Test
        void thatIsNoFileIsRefused() throws IOException {
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> Journal.open(directory, REVIEW))
                    .withMessageContaining("is no file");
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> Journal.open(directory.resolve("no/journal"), REVIEW))
                    .withMessageContaining("cannot be read or written");
        }

        @Test
        void thatIsADeviceIsRefused() {
            Path device = Path.of("/dev/null");
            assumeTrue(Files.exists(device));

            assertThatExceptionOfType(JournalException.class).isThrownBy(() -> Journal.open(device, REVIEW));
        }

        @Test
        void thatIsInUseIsRefusedUntilItIsFree() throws IOException {
            keep("a");
            try (Journal journal = Journal.open(file(), REVIEW)) {
                refused("used by another review");
                journal.add(customer("b", true));
            }

            assertThat(ids()).containsExactly("a", "b");
        }
    }

    @Nested
    class TheEnd {
        @Test
        void ofAWholeReviewTakesTheJournalAway() throws IOException {
            try (Journal journal = Journal.open(file(), REVIEW)) {
                journal.add(customer("a", true));
                journal.finish();
                assertThat(file()).exists();
            }

            assertThat(file()).doesNotExist();
        }

        @Test
        void sparesWhatWasPutInThePlaceOfTheJournal() throws IOException {
            Path result = Files.writeString(directory.resolve("result"), "result");
            try (Journal journal = Journal.open(file(), REVIEW)) {
                Files.move(result, file(), StandardCopyOption.REPLACE_EXISTING);
                journal.finish();
            }

            assertThat(file()).hasContent("result");
        }

        @Test
        void doesNotMindThatItIsGoneAlready() throws IOException {
            try (Journal journal = Journal.open(file(), REVIEW)) {
                Files.delete(file());
                journal.finish();
            }

            assertThat(file()).doesNotExist();
        }

        @Test
        void takesAwayTheFileBehindALink() throws IOException {
            Path link = Files.createSymbolicLink(directory.resolve("link"), file());
            try (Journal journal = Journal.open(link, REVIEW)) {
                journal.finish();
            }

            assertThat(file()).doesNotExist();
            assertThat(Files.isSymbolicLink(link)).isTrue();
        }
    }
}
