package dev.seatport.application.review;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tenants of a vendor's customers, a row each, packed in arrays: some 60 bytes a tenant and 80 a customer, where objects
 * in a hash map would take several hundred. Filled once, {@link #sorted() sorted}, then only read.
 */
final class TenantRows {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int NO_TEXT = -1;
    private static final int FIRST_ROOM = 64;
    private static final long LIVE = Long.MIN_VALUE;
    /** Seconds of which the milliseconds fit 64 bits. */
    private static final long MAX_SECONDS = Long.MAX_VALUE / 1000 - 1;
    /** Longer texts are no names, and the JDK takes the square of the time to normalize combining characters. */
    private static final int LONGEST_NAME = 256;

    private final TextPool texts = new TextPool();
    private final Ints tenantTexts = new Ints();
    private final Ints tenantCustomers = new Ints();
    private final Ints customerTexts = new Ints();
    private final Ints organizationTexts = new Ints();
    /** When the record of each row was deleted, in milliseconds of the epoch; {@link #LIVE} if it was not. */
    private long[] deletions = new long[FIRST_ROOM];

    private final HashedRows byTenant = new HashedRows();
    private final HashedRows byName = new HashedRows();

    /** Adds a customer and its tenants, each of them once. A tenant without a date of deletion has that of the customer. */
    void add(Customer customer, Collection<Tenant> tenants) {
        String organization = customer.organization().orElse(null);
        int customerRow = customerTexts.add(texts.add(customer.id().value()));
        organizationTexts.add(organization == null ? NO_TEXT : texts.add(organization));
        if (organization != null) {
            byName.add(name(organization).hashCode(), customerRow);
        }
        for (Tenant tenant : tenants) {
            int row = tenantTexts.add(texts.add(tenant.id().value()));
            tenantCustomers.add(customerRow);
            byTenant.add(tenant.id().hashCode(), row);
            if (row == deletions.length) {
                deletions = Arrays.copyOf(deletions, Math.multiplyExact(2, row));
            }
            deletions[row] =
                    deletion(tenant.deletedAt() == null ? customer.deletedAt().orElse(null) : tenant.deletedAt());
        }
    }

    private static long deletion(@Nullable Instant at) {
        if (at == null) {
            return LIVE;
        }
        long seconds = Math.max(-MAX_SECONDS, Math.min(MAX_SECONDS, at.getEpochSecond()));
        return TimeUnit.SECONDS.toMillis(seconds) + TimeUnit.NANOSECONDS.toMillis(at.getNano());
    }

    /** Ends the adding. */
    TenantRows sorted() {
        texts.trim();
        deletions = Arrays.copyOf(deletions, tenantTexts.size());
        byTenant.sort((one, other) -> tenant(one).compareTo(tenant(other)));
        byName.sort((one, other) -> nameOf(one).compareTo(nameOf(other)));
        return this;
    }

    int size() {
        return tenantTexts.size();
    }

    /** The rows of a tenant, in the order in which they were added. */
    IntStream find(TenantId tenant) {
        return byTenant.find(tenant.hashCode(), row -> tenant(row).compareTo(tenant));
    }

    /**
     * The rows of the records that decide about a tenant: all live ones. If there is none, the one that was deleted last, the
     * first of them in the order in which they were added.
     */
    IntStream deciding(TenantId tenant) {
        int[] rows = find(tenant).toArray();
        int[] live = IntStream.of(rows).filter(row -> !deleted(row)).toArray();
        if (live.length > 0 || rows.length == 0) {
            return IntStream.of(live);
        }
        int last = rows[0];
        for (int row : rows) {
            last = deletions[row] > deletions[last] ? row : last;
        }
        return IntStream.of(last);
    }

    /** Whether the vendor deleted its record of a row. */
    boolean deleted(int row) {
        return deletions[row] != LIVE;
    }

    /** The tenant of a row, in the vendor's spelling. */
    TenantId tenant(int row) {
        return new TenantId(texts.get(tenantTexts.get(row)));
    }

    /** The row of the customer that has the tenant of a row. */
    int customerOf(int row) {
        return tenantCustomers.get(row);
    }

    String customerId(int customerRow) {
        return texts.get(customerTexts.get(customerRow));
    }

    @Nullable
    String organization(int customerRow) {
        int text = organizationTexts.get(customerRow);
        return text == NO_TEXT ? null : texts.get(text);
    }

    /** The rows of the customers that bear that name, letter case and blanks aside. */
    IntStream named(String organization) {
        String name = name(organization);
        return byName.find(name.hashCode(), row -> nameOf(row).compareTo(name));
    }

    private String nameOf(int customerRow) {
        String organization = organization(customerRow);
        return organization == null ? "" : name(organization);
    }

    private static String name(String organization) {
        if (organization.length() > LONGEST_NAME) {
            return organization;
        }
        String plain = Normalizer.normalize(organization, Normalizer.Form.NFKC);
        return BLANKS.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** How much memory it takes. */
    long bytes() {
        return texts.bytes()
                + Stream.of(tenantTexts, tenantCustomers, customerTexts, organizationTexts)
                        .mapToLong(Ints::bytes)
                        .sum()
                + (long) deletions.length * Long.BYTES
                + byTenant.bytes()
                + byName.bytes();
    }
}
