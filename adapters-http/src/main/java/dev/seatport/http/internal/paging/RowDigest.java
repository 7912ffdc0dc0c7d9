package dev.seatport.http.internal.paging;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keyed 64-bit digest of a value: equal for equal values, and different for nearly all others. Without the seed, colliding
 * values cannot be forged. Confined to one thread.
 */
final class RowDigest {
    private static final int CHARS_PER_WORD = 4;
    private static final long ABSENT = -1;
    private static final long GUID = -2;
    private static final int GUID_LENGTH = 36;
    private static final int HEX_BITS = 4;

    private static final byte[] HEX_VALUES = hexDigits();

    private final long first;
    private final long second;
    private long state;

    RowDigest(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.first = random.nextLong();
        this.second = random.nextLong() | 1;
    }

    /**
     * Returns the digest of a value.
     *
     * @param value a domain id or row, or a value whose {@code toString} is as distinctive as its {@code equals}
     */
    long of(Object value) {
        state = second;
        add(value);
        long mixed = foldedProduct(state ^ first, second);
        return foldedProduct(mixed ^ second, first | 1);
    }

    private void add(Object value) {
        if (value instanceof TenantId tenant) {
            addId(tenant.value(), tenant::canonical);
        } else if (value instanceof TenantSeats seats) {
            add(seats);
        } else if (value instanceof CustomerId customer) {
            addId(customer.value(), customer::canonical);
        } else if (value instanceof Customer customer) {
            add(customer);
        } else if (value instanceof SkuId sku) {
            addId(sku.value(), sku::canonical);
        } else {
            add(value.toString());
        }
    }

    /** Excludes the id of the tenant, which is the key of the row. */
    @SuppressWarnings("EnumOrdinal") // digests are compared within one process only
    private void add(TenantSeats seats) {
        OptionalLong assigned = seats.assigned().count();
        OptionalLong available = seats.available().count();
        add((long) seats.tenant().kind().ordinal() << 2
                | (assigned.isPresent() ? 2 : 0)
                | (available.isPresent() ? 1 : 0));
        add(assigned.orElse(0));
        add(available.orElse(0));
        addIfPresent(seats.tenant().name());
    }

    private void add(Tenant tenant) {
        addId(tenant.id().value(), tenant.id()::canonical);
        add(tenant.kind().name());
        addIfPresent(tenant.name());
    }

    private void add(Customer customer) {
        addId(customer.id().value(), customer.id()::canonical);
        addIfPresent(customer.organization().orElse(null));
        addIfPresent(customer.ownerEmail().orElse(null));
        addIfPresent(customer.statusText().orElse(null));
        addIfPresent(customer.country().orElse(null));
        add(customer.status().name());
        add(customer.deleted() ? 1 : 0);
        add(customer.tenantsWithoutId());
        List<Tenant> tenants = customer.tenants().orElse(null);
        add(tenants == null ? ABSENT : tenants.size());
        if (tenants != null) {
            tenants.forEach(this::add);
        }
    }

    /** Adds the canonical spelling of an id. Most ids arrive in it, which avoids creating a string. */
    private void addId(String value, Supplier<String> canonical) {
        if (!addGuid(value)) {
            String shared = canonical.get();
            if (shared.equals(value) || !addGuid(shared)) {
                add(shared);
            }
        }
    }

    /** Adds a GUID in lower case with dashes as its 128 bits; returns whether the text is one. */
    private boolean addGuid(String text) {
        if (text.length() != GUID_LENGTH
                || text.charAt(8) != '-'
                || text.charAt(13) != '-'
                || text.charAt(18) != '-'
                || text.charAt(23) != '-') {
            return false;
        }
        long first32 = parseHex(text, 0, 8);
        long next32 = parseHex(text, 9, 13) << 16 | parseHex(text, 14, 18);
        long third16 = parseHex(text, 19, 23);
        long last48 = parseHex(text, 24, GUID_LENGTH);
        if ((first32 | next32 | third16 | last48) < 0) {
            return false;
        }
        add(GUID);
        add(first32 << 32 | next32);
        add(third16 << 48 | last48);
        return true;
    }

    /**
     * Returns the value of at most 12 hexadecimal digits; negative if one is invalid. Branch-free, because random digits defeat
     * prediction.
     */
    private static long parseHex(String text, int from, int to) {
        long bits = 0;
        for (int i = from; i < to; i++) {
            int c = text.charAt(i);
            bits = bits << HEX_BITS | (c < HEX_VALUES.length ? HEX_VALUES[c] : -1);
        }
        return bits;
    }

    private static byte[] hexDigits() {
        byte[] digits = new byte[128];
        Arrays.fill(digits, (byte) -1);
        for (int digit = 0; digit < 16; digit++) {
            digits[Character.forDigit(digit, 16)] = (byte) digit;
        }
        return digits;
    }

    private void addIfPresent(@Nullable String text) {
        if (text == null) {
            add(ABSENT);
        } else {
            add(text);
        }
    }

    /**
     * Adds a text and its length, so that different lists of texts cannot be joined to the same one. Two halves of the text are
     * mixed in parallel, because a processor overlaps two multiplications.
     */
    private void add(String text) {
        int length = text.length();
        long otherHalf = length;
        int at = 0;
        for (; at + 2 * CHARS_PER_WORD <= length; at += 2 * CHARS_PER_WORD) {
            add(word(text, at));
            otherHalf = foldedProduct(otherHalf ^ word(text, at + CHARS_PER_WORD), second) + first;
        }
        if (at + CHARS_PER_WORD <= length) {
            add(word(text, at));
            at += CHARS_PER_WORD;
        }
        long rest = 0;
        for (; at < length; at++) {
            rest = rest << Character.SIZE | text.charAt(at);
        }
        add(rest);
        add(otherHalf);
    }

    private static long word(String text, int at) {
        return text.charAt(at)
                | (long) text.charAt(at + 1) << 16
                | (long) text.charAt(at + 2) << 32
                | (long) text.charAt(at + 3) << 48;
    }

    private void add(long word) {
        state = foldedProduct(state ^ word, first) + second;
    }

    /** Folds both halves of the product: each bit of the result depends on all bits of both factors. */
    private static long foldedProduct(long one, long other) {
        return Math.multiplyHigh(one, other) ^ (one * other);
    }
}
