package dev.seatport.demo.review;

import com.fasterxml.jackson.core.JacksonException;
import dev.seatport.demo.report.JsonText;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.review.Progress;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a review has read so far, a line per customer in a file, so that a review that was interrupted goes on where it stopped.
 * Customers of which something was missing are not kept: they are read again. A line that was being written when the process
 * ended is dropped. For one thread, but for the questions of {@link Progress}.
 */
public final class Journal implements Progress, AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final Set<CustomerId> customers = new HashSet<>();
    private final Set<TenantId> tenants = new HashSet<>();
    private final Writer writer;
    private @Nullable String oldest;
    private boolean finished;

    /** The first line: of which review the rest is. */
    private record Header(int journal, String review) {}

    /** What is done with each customer that was kept. */
    public interface Taking {
        void take(ReviewedCustomer customer) throws IOException;
    }

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
        this.writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
    }

    /**
     * Opens a journal, or begins one where there is none.
     *
     * @param review what makes a review another one: the vendors, the accounts, the policy, the customers
     * @throws JournalException if the file is of another review, is used by another process, or cannot be read or written
     */
    public static Journal open(Path file, String review) throws JournalException {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Journal journal = new Journal(file, channel);
            try {
                journal.lock();
                journal.begin(review);
                return journal;
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (JournalException e) {
            throw e;
        } catch (IOException e) {
            throw new JournalException(file + " cannot be read or written; name another file");
        }
    }

    private void lock() throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw used();
            }
        } catch (OverlappingFileLockException e) {
            throw used();
        }
    }

    private JournalException used() {
        return new JournalException(file + " is used by another review that is going on; name another file");
    }

    private void begin(String review) throws IOException {
        if (channel.size() == 0) {
            line(new Header(1, review));
            return;
        }
        requireSame(review);
        long whole = wholeLines();
        replay(kept -> {
            CustomerEntry customer = kept.customer();
            customers.add(new CustomerId(new Vendor(customer.vendor()), customer.id()));
            customer.tenants().forEach(tenant -> tenants.add(new TenantId(tenant.tenantId())));
            if (oldest == null || customer.readAt().compareTo(oldest) < 0) {
                oldest = customer.readAt();
            }
        });
        channel.truncate(whole);
        channel.position(whole);
    }

    private void requireSame(String review) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String first = lines.readLine();
            if (first == null || !JsonText.read(first, Header.class).review().equals(review)) {
                throw new JournalException(
                        file
                                + " is of another review (other vendors, accounts, policy or customers); remove it, or name another file");
            }
        } catch (JacksonException e) {
            throw new JournalException(file + " is no journal of a review; name another file");
        }
    }

    /** Up to where the file has complete lines. */
    private long wholeLines() throws IOException {
        long end = channel.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        while (end > 0) {
            last.clear();
            channel.read(last, end - 1);
            if (last.get(0) == '\n') {
                return end;
            }
            end--;
        }
        return 0;
    }

    /** Goes through the customers that need not be read again, in the order in which they were read. */
    public void replay(Taking each) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ReviewedCustomer customer = customer(line);
                if (customer != null) {
                    each.take(customer);
                }
            }
        }
    }

    /** A line that was cut is nobody: the customer is read again. */
    private static @Nullable ReviewedCustomer customer(String line) throws IOException {
        try {
            return JsonText.read(line, ReviewedCustomer.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Keeps a customer of whom nothing is missing. It is in the file when this returns, though perhaps not yet on the disk. */
    public void add(ReviewedCustomer customer) throws IOException {
        if (customer.customer().complete()) {
            line(customer);
        }
    }

    private void line(Object value) throws IOException {
        writer.write(JsonText.line(value));
        writer.write('\n');
        writer.flush();
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

    /** Nothing is missing, and the result is where it belongs: the journal goes when it is closed. */
    public void finish() {
        finished = true;
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            if (finished) {
                Files.deleteIfExists(file);
            }
        }
    }
}
