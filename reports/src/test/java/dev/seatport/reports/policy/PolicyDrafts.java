package dev.seatport.reports.policy;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.spi.BoundedFileReader;
import dev.seatport.ports.seats.ProductCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Writes policy files to a directory and reads them. */
final class PolicyDrafts {
    static final Vendor SEATS = new Vendor("avepoint");

    /** The free SKUs unless a file sets them. */
    static final Set<SkuId> FREE_SKUS = Set.of(new SkuId("free-1"));

    static final ProductCatalogue CATALOGUE = () -> List.of(
            new Product(new ProductCode("32"), "Cloud Backup for Salesforce", TenantKind.SALESFORCE),
            new Product(new ProductCode("2048"), "Cloud Backup for Microsoft 365", TenantKind.MICROSOFT_365),
            new Product(new ProductCode("65536"), "Opus v. 2", null));

    private final Path directory;

    PolicyDrafts(Path directory) {
        this.directory = directory;
    }

    Policy yaml(String text) {
        return read("review.yaml", text);
    }

    Policy properties(String text) {
        return read("review.properties", text);
    }

    Policy read(String name, String text) {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Policy read(String name, byte[] content) {
        try {
            return read(Files.write(directory.resolve(name), content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Policy read(Path file) {
        return PolicyFileReader.read(file, BoundedFileReader::read, SEATS, CATALOGUE, FREE_SKUS);
    }

    List<String> errors(String name, String text) {
        return errors(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the errors of a file without the name of its directory; empty if it is accepted. */
    List<String> errors(String name, byte[] content) {
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> read(name, content));
        return refused == null
                ? List.of()
                : refused.mistakes().stream()
                        .map(line -> line.replace(
                                directory + directory.getFileSystem().getSeparator(), ""))
                        .toList();
    }
}
