package dev.seatport.application.review;

import dev.seatport.domain.tenant.TenantId;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
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

    private final TextPool texts = new TextPool();
    private final Ints tenantTexts = new Ints();
    private final Ints tenantCustomers = new Ints();
    private final Ints customerTexts = new Ints();
    private final Ints organizationTexts = new Ints();
    private final HashedRows byTenant = new HashedRows();
    private final HashedRows byName = new HashedRows();

    /** Adds a customer and its tenants, each of them once. */
    void add(String customer, @Nullable String organization, List<TenantId> tenants) {
        int customerRow = customerTexts.add(texts.add(customer));
        organizationTexts.add(organization == null ? NO_TEXT : texts.add(organization));
        if (organization != null) {
            byName.add(name(organization).hashCode(), customerRow);
        }
        for (TenantId tenant : tenants) {
            int row = tenantTexts.add(texts.add(tenant.value()));
            tenantCustomers.add(customerRow);
            byTenant.add(tenant.hashCode(), row);
        }
    }

    /** Ends the adding. */
    TenantRows sorted() {
        texts.trim();
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
        String plain = Normalizer.normalize(organization, Normalizer.Form.NFKC);
        return BLANKS.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** How much memory it takes. */
    long bytes() {
        return texts.bytes()
                + Stream.of(tenantTexts, tenantCustomers, customerTexts, organizationTexts)
                        .mapToLong(Ints::bytes)
                        .sum()
                + byTenant.bytes()
                + byName.bytes();
    }
}
