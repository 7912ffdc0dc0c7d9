package dev.seatport.reports.policy;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.SkuId;
import dev.seatport.ports.seats.ProductCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** The file that says what a review tells. */
public final class PolicyFile {
    private PolicyFile() {}

    /** Reads all bytes of a file; it bounds their number, and the time that a pipe may take. */
    public interface ByteReader {
        /**
         * All bytes of the file.
         *
         * @throws IOException if they cannot be read; the message says why in a few words, without the name of the file
         */
        byte[] read(Path file) throws IOException;
    }

    /**
     * Reads a policy, in YAML 1.2 or as properties. Which one it is follows from the name: {@code .yaml} and {@code .yml}, or
     * {@code .properties}; a pipe without such a name is YAML. Both are UTF-8, at most 1 MiB, and have the same keys.
     *
     * @param file the file
     * @param bytes reads it
     * @param seats the vendor whose customer ids the exclusions name
     * @param catalogue the products that the file may name, by code or name
     * @param freeSkus the SKUs that cost nothing, if the file does not name them
     * @throws PolicyException if the file cannot be read, or anything in it is not legal; it then tells all mistakes, but
     *     of syntax only the first, and never very many
     */
    public static Policy read(
            Path file, ByteReader bytes, Vendor seats, ProductCatalogue catalogue, Set<SkuId> freeSkus) {
        Mistakes mistakes = Mistakes.in(file);
        Form form = Form.of(file, mistakes);
        String text = PolicyText.read(file, bytes, mistakes);
        Policy policy = new PolicyReader(seats, catalogue, freeSkus, mistakes).read(form.parse(text, mistakes));
        mistakes.throwIfAny();
        return new Policy(policy.review(), policy.products(), text);
    }
}
