package dev.seatport.demo.review;

import com.fasterxml.jackson.core.JacksonException;
import dev.seatport.demo.report.JsonText;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.review.DocumentedCount;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.review.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a review has read so far, a line per customer in a file, so that a review that was interrupted goes on where it stopped.
 * Customers of which something was missing are not kept: they are read again. A line that was being written when the process
 * ended is dropped. For one thread, but for the questions of {@link Progress}.
 */
public final class Journal implements Progress, AutoCloseable {
    /** Counts up whenever a line means something else, or has more or fewer members. */
    private static final int FORMAT = 1;

    private final Path name;
    private final JournalFile file;
    private final Set<CustomerId> customers = new HashSet<>();
    private final Set<TenantId> tenants = new HashSet<>();
    private final Set<DocumentedCount> reportedCounts = EnumSet.noneOf(DocumentedCount.class);
    private @Nullable String oldest;
    private boolean finished;

    /** The first line: of which review the rest is. */
    private record Header(int journal, String review) {}

    /** What is done with each customer that was kept. */
    public interface Taking {
        void take(ReviewedCustomer customer) throws IOException;
    }

    private Journal(Path name, JournalFile file) {
        this.name = name;
        this.file = file;
    }

    /**
     * Opens a journal, or begins one where there is none, or an empty file.
     *
     * @param review what makes a review another one: the vendors, the accounts, the policy, the customers
     * @throws JournalException if the file is of another review, is no journal, is used by another process, or cannot be read or
     *     written; nothing in it was changed
     */
    public static Journal open(Path name, String review) throws JournalException {
        try {
            JournalFile file = JournalFile.open(name);
            try {
                Journal journal = new Journal(name, file);
                journal.begin(new Header(FORMAT, review));
                return journal;
            } catch (IOException e) {
                file.close();
                throw e;
            }
        } catch (JournalException e) {
            throw e;
        } catch (IOException e) {
            throw new JournalException(name + " cannot be read or written; name another file");
        }
    }

    private void begin(Header header) throws IOException {
        requireSame(header);
        file.dropTornLine();
        if (file.isEmpty()) {
            file.add(JsonText.line(header));
            return;
        }
        replay(kept -> {
            CustomerEntry customer = kept.customer();
            customers.add(id(customer));
            customer.tenants().forEach(tenant -> tenants.add(new TenantId(tenant.tenantId())));
            reportedCounts.addAll(customer.reportedCounts());
            if (oldest == null || customer.readAt().compareTo(oldest) < 0) {
                oldest = customer.readAt();
            }
        });
    }

    private static CustomerId id(CustomerEntry customer) {
        // One name for all of them: a text per customer would cost as much as its id.
        return new CustomerId(new Vendor(customer.vendor().intern()), customer.id());
    }

    private void requireSame(Header header) throws IOException {
        String first = file.firstLine();
        // A process that ended while it began the file left nothing, or a part of the line.
        if ((JsonText.line(header) + "\n").startsWith(first)) {
            return;
        }
        Header found = header(first);
        if (found == null) {
            throw new JournalException(name + " is no journal of a review; name another file");
        }
        if (found.journal() != FORMAT) {
            throw new JournalException(
                    name + " is the journal of another version of seatport; remove it, or name another file");
        }
        if (!header.review().equals(found.review())) {
            throw new JournalException(
                    name
                            + " is of another review (other vendors, accounts, policy or customers); remove it, or name another file");
        }
    }

    private static @Nullable Header header(String line) {
        try {
            return JsonText.read(line, Header.class);
        } catch (IOException e) {
            return null;
        }
    }

    /** Goes through the customers that need not be read again, in the order in which they were read. */
    public void replay(Taking each) throws IOException {
        try (BufferedReader lines = file.lines()) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ReviewedCustomer customer = customer(line);
                if (customer != null) {
                    each.take(customer);
                }
            }
        }
    }

    /** A line that is spoilt is nobody: the customer is read again. */
    private static @Nullable ReviewedCustomer customer(String line) throws IOException {
        try {
            ReviewedCustomer read = JsonText.read(line, ReviewedCustomer.class);
            return read != null && read.customer() != null && read.customer().complete() ? read : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /**
     * Keeps a customer of whom nothing is missing. It is in the file when this returns, though perhaps not yet on the disk.
     *
     * @throws JournalException if it cannot be written; those before are kept
     */
    public void add(ReviewedCustomer customer) throws JournalException {
        if (!customer.customer().complete()) {
            return;
        }
        try {
            file.add(JsonText.line(customer));
        } catch (IOException e) {
            throw new JournalException(
                    name + " cannot be written any more; make room, and run it again: what it has is kept");
        }
    }

    /** How many customers need not be read again. */
    public int size() {
        return customers.size();
    }

    /** When the first of them was read; {@code null} if there are none. */
    public @Nullable String oldest() {
        return oldest;
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
    public void close() throws JournalException {
        try (file) {
            if (finished) {
                file.delete();
            }
        } catch (IOException e) {
            throw new JournalException(name + " could not be removed; the result is complete");
        }
    }
}
