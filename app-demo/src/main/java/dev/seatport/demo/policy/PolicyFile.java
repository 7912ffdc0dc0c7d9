package dev.seatport.demo.policy;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.SkuId;
import dev.seatport.ports.seats.ProductCatalogue;
import java.nio.file.Path;
import java.util.Set;

/** The file that says what a review tells. */
public final class PolicyFile {
    private PolicyFile() {}

    /**
     * Reads a policy, in YAML 1.2 or as properties. Which one it is follows from the name: {@code .yaml} and {@code .yml}, or
     * {@code .properties}; a pipe without such a name is YAML. Both are UTF-8, at most 1 MiB, and have the same keys.
     *
     * @param file the file
     * @param seats the vendor whose customer ids the exclusions name
     * @param catalogue the products that the file may name, by code or name
     * @param freeSkus the SKUs that cost nothing, if the file does not name them
     * @throws PolicyException if the file cannot be read, or anything in it is not legal; it then tells all mistakes, but
     *     of syntax only the first, and never very many
     */
    public static Policy read(Path file, Vendor seats, ProductCatalogue catalogue, Set<SkuId> freeSkus) {
        Mistakes mistakes = Mistakes.in(file);
        Form form = Form.of(file, mistakes);
        String text = PolicyText.read(file, mistakes);
        Policy policy = new PolicyReader(seats, catalogue, freeSkus, mistakes).read(form.parse(text, mistakes));
        mistakes.throwIfAny();
        return new Policy(policy.review(), policy.products(), text);
    }
}
