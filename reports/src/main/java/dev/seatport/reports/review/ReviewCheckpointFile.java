package dev.seatport.reports.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.review.MandatoryCountField;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.review.ReviewedCustomerLookup;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Resume file of a review: one line per complete customer, so that the next review does not read recent customers again.
 * Customers with missing data are not saved. Damaged and old lines are dropped, so their customers are read again. Confined to
 * one thread, except the methods of {@link ReviewedCustomerLookup}.
 */
public final class ReviewCheckpointFile implements ReviewedCustomerLookup, AutoCloseable {
    /** Increases with every change of a line's members or their meaning. */
    private static final int FORMAT = 5;

    /** Start of the header in every format. A shorter text may belong to any file. */
    private static final String HEADER_PREFIX = "{\"journal\":";

    private static final Pattern HEADER =
            Pattern.compile("\\{\"journal\":(\\d{1,9}),\"review\":\"([0-9a-f]+)\"}\r?\n?");

    private final Path name;
    private final LockedLineFile file;
    private final ReuseCriteria terms;
    private final CheckpointCodec codec;
    private final Set<CustomerId> customers = new HashSet<>();
    private final Set<TenantId> tenants = new HashSet<>();
    private final Set<SkuId> skus = new HashSet<>();
    private final Set<ProductCode> products = new HashSet<>();
    private final Set<MandatoryCountField> reportedCounts = EnumSet.noneOf(MandatoryCountField.class);
    private final List<String> remarks = new ArrayList<>();
    private @Nullable Instant oldest;
    private final AtomicInteger added = new AtomicInteger();
    private boolean finished;

    /**
     * Selects the lines that the review reuses.
     *
     * @param review fingerprint of the vendors, the accounts, the policy and the customers of the review
     * @param exclusions number of exclusions in the policy
     * @param earliest the earliest read time of a customer that is not read again
     * @param now the time of this review; a later read time comes from a wrong clock and is not reused
     */
    public record ReuseCriteria(String review, int exclusions, Instant earliest, Instant now) {}

    /** The first line. */
    private record CheckpointHeader(int journal, String review) {}

    private record RestoredCustomer(
            Instant at,
            long start,
            List<TenantId> tenants,
            Set<SkuId> skus,
            Set<ProductCode> products,
            Set<MandatoryCountField> reportedCounts) {}

    /** Receives the customers of the file. */
    public interface RecordConsumer {
        void accept(CheckpointRecord customer) throws IOException;
    }

    private ReviewCheckpointFile(Path name, LockedLineFile file, ReuseCriteria terms) {
        this.name = name;
        this.file = file;
        this.terms = terms;
        this.codec = new CheckpointCodec(terms.review(), terms.exclusions());
    }

    /**
     * Opens a resume file, or creates one if there is no file. Replaces a file of another format. Removes damaged lines, old
     * lines, and all but the latest line of a customer.
     *
     * @throws CheckpointException if the file belongs to another review, is not a resume file, is locked by another process, or
     *     cannot be read or written; its content was not changed
     */
    public static ReviewCheckpointFile open(Path name, ReuseCriteria terms) throws CheckpointException {
        try {
            LockedLineFile file = LockedLineFile.open(name);
            try {
                ReviewCheckpointFile checkpoint = new ReviewCheckpointFile(name, file, terms);
                checkpoint.load();
                return checkpoint;
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

    private void load() throws IOException {
        CheckpointHeader header = new CheckpointHeader(FORMAT, terms.review());
        requireSameReview(header);
        file.dropTornLine();
        if (file.isEmpty()) {
            write(header);
            return;
        }
        Map<CustomerId, RestoredCustomer> restored = new HashMap<>();
        long[] lines = new long[3];
        file.forEachLine((start, line) -> {
            CheckpointRecord read = codec.decode(line);
            lines[0]++;
            if (read == null) {
                lines[1]++;
            } else if (!isReusable(read.customer())) {
                lines[2]++;
            } else {
                restored.merge(
                        CheckpointCodec.id(read.customer()),
                        restored(read.customer(), start),
                        ReviewCheckpointFile::later);
            }
        });
        if (lines[0] > restored.size()) {
            file.retain(restored.values().stream().map(RestoredCustomer::start).collect(Collectors.toSet()));
        }
        addRemark(lines[1], "damaged");
        addRemark(lines[2], "too old to be used");
        customers.addAll(restored.keySet());
        for (RestoredCustomer one : restored.values()) {
            tenants.addAll(one.tenants());
            skus.addAll(one.skus());
            products.addAll(one.products());
            reportedCounts.addAll(one.reportedCounts());
            oldest = oldest == null || one.at().isBefore(oldest) ? one.at() : oldest;
        }
    }

    private boolean isReusable(CustomerView customer) {
        Instant at = Instant.parse(customer.readAt());
        return !at.isBefore(terms.earliest()) && !at.isAfter(terms.now());
    }

    private static RestoredCustomer restored(CustomerView customer, long start) {
        return new RestoredCustomer(
                Instant.parse(customer.readAt()),
                start,
                customer.tenants().stream()
                        .map(tenant -> new TenantId(tenant.tenantId()))
                        .toList(),
                customer.skus(),
                customer.seenProducts(),
                customer.reportedCounts());
    }

    private static RestoredCustomer later(RestoredCustomer one, RestoredCustomer other) {
        return one.at().isAfter(other.at()) ? one : other;
    }

    private void addRemark(long lines, String what) {
        if (lines > 0) {
            remarks.add(
                    lines + (lines == 1 ? " customer" : " customers") + " in " + name + ": " + what + "; read again");
        }
    }

    private void write(CheckpointHeader header) throws IOException {
        try {
            file.add(JsonText.line(header).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            if (file.created()) {
                file.delete();
            }
            throw e;
        }
    }

    private void requireSameReview(CheckpointHeader header) throws IOException {
        if (file.isEmpty()) {
            if (file.created()) {
                return;
            }
            throw new CheckpointException(name + " is empty: it is not a resume file; name another file");
        }
        String first = file.firstLine();
        // A process that ended while it created the file left a part of the line.
        if (first.startsWith(HEADER_PREFIX) && (JsonText.line(header) + "\n").startsWith(first)) {
            return;
        }
        CheckpointHeader found = header(first);
        if (found == null) {
            throw new CheckpointException(name + " is not a resume file; name another file");
        }
        if (found.journal() != FORMAT) {
            remarks.add(name + " had another format and is replaced; all customers are read again");
            file.clear();
        } else if (!header.review().equals(found.review())) {
            throw new CheckpointException(
                    name
                            + " is of another review (other vendors, accounts, policy or customers); delete it, or name another file");
        }
    }

    private static @Nullable CheckpointHeader header(String line) {
        Matcher header = HEADER.matcher(line);
        return header.matches() ? new CheckpointHeader(Integer.parseInt(header.group(1)), header.group(2)) : null;
    }

    /**
     * Calls the consumer for each customer that is not read again, in the order of the file.
     *
     * @throws CheckpointException if another program changed the file since it was opened and a customer is missing
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
            throw new CheckpointException(
                    name + " was changed by another program during the review; run the review again");
        }
    }

    /**
     * Saves a customer if it is complete. On return the operating system has the line, but the disk may not.
     *
     * @throws CheckpointException if the file cannot be written; the lines before are kept
     */
    public void add(CheckpointRecord customer) throws CheckpointException {
        if (!customer.customer().complete()) {
            return;
        }
        try {
            file.add(codec.encode(customer));
            added.incrementAndGet();
        } catch (IOException e) {
            throw new CheckpointException(
                    name
                            + " cannot be written any more; free disk space and run the review again: saved customers are kept");
        }
    }

    /** Returns the number of customers that are not read again. */
    public int size() {
        return customers.size();
    }

    /** Returns the number of customers that the file holds now. May be called on another thread. */
    public int kept() {
        return customers.size() + added.get();
    }

    /** Returns the earliest read time of those customers; {@code null} if there are none. */
    public @Nullable Instant oldest() {
        return oldest;
    }

    /** Returns one line for each reason why lines of the file were not used. */
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
    public boolean hasSku(SkuId sku) {
        return skus.contains(sku);
    }

    @Override
    public boolean hasProduct(ProductCode product) {
        return products.contains(product);
    }

    @Override
    public Set<MandatoryCountField> reportedCounts() {
        return reportedCounts;
    }

    /** Marks the review as complete and its result as written. {@link #close} then deletes the file. */
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
            throw new CheckpointException(name + " could not be deleted; the result is complete");
        }
    }
}
