package dev.seatport.reports.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.review.DocumentedCount;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.review.ReviewCheckpoint;
import dev.seatport.reports.output.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a review has read so far, a line per customer in a file, so that the next review need not read it again while it is young.
 * Customers of which something was missing are not kept: they are read again. So are those whose line is damaged or too old.
 * Confined to one thread, except the methods of {@link ReviewCheckpoint}.
 */
public final class ReviewCheckpointFile implements ReviewCheckpoint, AutoCloseable {
    /** Counts up whenever a line means something else, or has more or fewer members. */
    private static final int FORMAT = 3;

    /** What every format begins with; shorter text may be of any file. */
    private static final String BEGINNING = "{\"journal\":";

    private static final Pattern HEADER =
            Pattern.compile("\\{\"journal\":(\\d{1,9}),\"review\":\"([0-9a-f]+)\"}\r?\n?");

    private final Path name;
    private final LockedLineFile file;
    private final ReviewTerms reviewTerms;
    private final CheckpointCodec codec;
    private final Set<CustomerId> customers = new HashSet<>();
    private final Set<TenantId> tenants = new HashSet<>();
    private final Set<DocumentedCount> reportedCounts = EnumSet.noneOf(DocumentedCount.class);
    private final List<String> remarks = new ArrayList<>();
    private @Nullable Instant oldest;
    private boolean finished;

    /**
     * Which readings count.
     *
     * @param review what makes a review another one: the vendors, the accounts, the policy, the customers
     * @param exclusions how many exclusions the policy has
     * @param earliest the earliest time of a reading that is not made again
     * @param now the time of this review; a later reading was made by a clock that was wrong
     */
    public record ReviewTerms(String review, int exclusions, Instant earliest, Instant now) {}

    /** The first line: of which review the rest is. */
    private record CheckpointHeader(int journal, String review) {}

    /** A line that counts. */
    private record RestoredReviews(
            Instant at, long start, List<TenantId> tenants, Set<DocumentedCount> reportedCounts) {}

    /** What is done with each customer that was kept. */
    public interface RecordConsumer {
        void accept(CheckpointRecord customer) throws IOException;
    }

    private ReviewCheckpointFile(Path name, LockedLineFile file, ReviewTerms reviewTerms) {
        this.name = name;
        this.file = file;
        this.reviewTerms = reviewTerms;
        this.codec = new CheckpointCodec(reviewTerms.review(), reviewTerms.exclusions());
    }

    /**
     * Opens a journal, or begins one where there is no file. A journal of another format is replaced. Lines that do not count
     * are removed: damaged ones, old ones, and all but the latest of one customer.
     *
     * @throws CheckpointException if the file is of another review, is no journal, is used by another process, or cannot be read or
     *     written; nothing in it was changed
     */
    public static ReviewCheckpointFile open(Path name, ReviewTerms reviewTerms) throws CheckpointException {
        try {
            LockedLineFile file = LockedLineFile.open(name);
            try {
                ReviewCheckpointFile journal = new ReviewCheckpointFile(name, file, reviewTerms);
                journal.begin();
                return journal;
            } catch (IOException e) {
                file.close();
                throw e;
            }
        } catch (CheckpointException e) {
            throw e;
        } catch (IOException e) {
            throw new CheckpointException(name + " cannot be read or written; name another file");
        }
    }

    private void begin() throws IOException {
        CheckpointHeader checkpointHeader = new CheckpointHeader(FORMAT, reviewTerms.review());
        requireOurs(checkpointHeader);
        file.dropTornLine();
        if (file.isEmpty()) {
            write(checkpointHeader);
            return;
        }
        Map<CustomerId, RestoredReviews> kept = new HashMap<>();
        long[] lines = new long[3];
        file.forEachLine((start, line) -> {
            CheckpointRecord read = codec.decode(line);
            lines[0]++;
            if (read == null) {
                lines[1]++;
            } else if (!isYoung(read.customer())) {
                lines[2]++;
            } else {
                kept.merge(
                        CheckpointCodec.id(read.customer()), kept(read.customer(), start), ReviewCheckpointFile::later);
            }
        });
        if (lines[0] > kept.size()) {
            file.retain(kept.values().stream().map(RestoredReviews::start).collect(Collectors.toSet()));
        }
        remark(lines[1], "damaged");
        remark(lines[2], "too old to be used");
        customers.addAll(kept.keySet());
        for (RestoredReviews one : kept.values()) {
            tenants.addAll(one.tenants());
            reportedCounts.addAll(one.reportedCounts());
            oldest = oldest == null || one.at().isBefore(oldest) ? one.at() : oldest;
        }
    }

    private boolean isYoung(CustomerView customer) {
        Instant at = Instant.parse(customer.readAt());
        return !at.isBefore(reviewTerms.earliest()) && !at.isAfter(reviewTerms.now());
    }

    private static RestoredReviews kept(CustomerView customer, long start) {
        return new RestoredReviews(
                Instant.parse(customer.readAt()),
                start,
                customer.tenants().stream()
                        .map(tenant -> new TenantId(tenant.tenantId()))
                        .toList(),
                customer.reportedCounts());
    }

    private static RestoredReviews later(RestoredReviews one, RestoredReviews other) {
        return one.at().isAfter(other.at()) ? one : other;
    }

    private void remark(long lines, String what) {
        if (lines > 0) {
            remarks.add(
                    lines + (lines == 1 ? " customer" : " customers") + " in " + name + ": " + what + "; read again");
        }
    }

    private void write(CheckpointHeader checkpointHeader) throws IOException {
        try {
            file.add(JsonText.line(checkpointHeader).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            if (file.created()) {
                file.delete();
            }
            throw e;
        }
    }

    private void requireOurs(CheckpointHeader checkpointHeader) throws IOException {
        if (file.isEmpty()) {
            if (file.created()) {
                return;
            }
            throw new CheckpointException(name + " is empty, and no journal of a review; name another file");
        }
        String first = file.firstLine();
        // A process that ended while it began the file left a part of the line.
        if (first.startsWith(BEGINNING) && (JsonText.line(checkpointHeader) + "\n").startsWith(first)) {
            return;
        }
        CheckpointHeader found = header(first);
        if (found == null) {
            throw new CheckpointException(name + " is no journal of a review; name another file");
        }
        if (found.journal() != FORMAT) {
            remarks.add(name + " was a journal of another format and is replaced; every customer is read again");
            file.clear();
        } else if (!checkpointHeader.review().equals(found.review())) {
            throw new CheckpointException(
                    name
                            + " is of another review (other vendors, accounts, policy or customers); remove it, or name another file");
        }
    }

    private static @Nullable CheckpointHeader header(String line) {
        Matcher checkpointHeader = HEADER.matcher(line);
        return checkpointHeader.matches()
                ? new CheckpointHeader(Integer.parseInt(checkpointHeader.group(1)), checkpointHeader.group(2))
                : null;
    }

    /**
     * Goes through the customers that need not be read again, in the order in which they were read.
     *
     * @throws CheckpointException if the file was changed since it was opened, so that one of them is not there any more
     */
    public void replay(RecordConsumer each) throws IOException {
        Set<CustomerId> replayed = new HashSet<>();
        file.forEachLine((start, line) -> {
            CheckpointRecord read = codec.decode(line);
            if (read != null) {
                CustomerId id = CheckpointCodec.id(read.customer());
                if (customers.contains(id) && replayed.add(id)) {
                    each.accept(read);
                }
            }
        });
        if (replayed.size() < customers.size()) {
            throw new CheckpointException(name + " was changed by another program during the review; run it again");
        }
    }

    /**
     * Keeps a customer of whom nothing is missing. It is in the file when this returns, though perhaps not yet on the disk.
     *
     * @throws CheckpointException if it cannot be written; those before are kept
     */
    public void add(CheckpointRecord customer) throws CheckpointException {
        if (!customer.customer().complete()) {
            return;
        }
        try {
            file.add(codec.encode(customer));
        } catch (IOException e) {
            throw new CheckpointException(
                    name + " cannot be written any more; make room, and run it again: what it has is kept");
        }
    }

    /** How many customers need not be read again. */
    public int size() {
        return customers.size();
    }

    /** When the first of them was read; {@code null} if there are none. */
    public @Nullable Instant oldest() {
        return oldest;
    }

    /** What in the file did not count, a line each. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    @Override
    public boolean has(CustomerId customer) {
        return customers.contains(customer);
    }

    @Override
    public boolean hasTenant(TenantId tenant) {
        return tenants.contains(tenant);
    }

    @Override
    public Set<DocumentedCount> reportedCounts() {
        return reportedCounts;
    }

    /** Nothing is missing, and the result is where it belongs: the journal goes when it is closed. */
    public void finish() {
        finished = true;
    }

    @Override
    public void close() throws CheckpointException {
        try (file) {
            if (finished) {
                file.delete();
            }
        } catch (IOException e) {
            throw new CheckpointException(name + " could not be removed; the result is complete");
        }
    }
}
