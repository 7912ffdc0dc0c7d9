package dev.seatport.example.boot;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.json.SeatportJson;
import dev.seatport.ports.failure.VendorException;
import java.io.ByteArrayOutputStream;

/** Line of JSON in a listing of customers. The last one has the type {@code end} or {@code failed}. */
sealed interface ListingLine {
    String type();

    record CustomerLine(String type, Observed<Customer> customer) implements ListingLine {}

    record EndLine(String type, long customers) implements ListingLine {}

    record FailedLine(String type, FailureKind kind, String text) implements ListingLine {}

    static ListingLine customer(Observed<Customer> customer) {
        return new CustomerLine("customer", customer);
    }

    static ListingLine end(long customers) {
        return new EndLine("end", customers);
    }

    static ListingLine failed(VendorException failure) {
        return new FailedLine("failed", failure.kind(), failure.getMessage());
    }

    /** Returns the line in UTF-8, with its line break. */
    default byte[] toBytes() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(SeatportJson.write(this));
        line.write('\n');
        return line.toByteArray();
    }
}
