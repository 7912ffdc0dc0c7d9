package dev.seatport.demo.policy;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.seats.ProductCatalogue;
import java.nio.file.Path;

public final class PolicyFile {
    private PolicyFile() {}

    public static Policy read(Path file, Vendor seats, ProductCatalogue catalogue) {
        throw new IllegalStateException("later");
    }
}
