package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListingStreamTest {
    private static final Provenance FROM =
            new Provenance(new Vendor("acme"), "things", Instant.parse("2026-01-01T00:00:00Z"), null);

    private final List<Observed<String>> rows = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    private void read(@Nullable VendorException endedBy, String... good) {
        ListingStream.of(new Observed<>(new Listing<>(List.of(good), endedBy), FROM))
                .subscribe()
                .with(rows::add, failures::add, () -> {});
    }

    @Test
    void givesEachRowTheProvenanceOfTheAnswer() {
        read(null, "a", "b");
        assertThat(rows).containsExactly(new Observed<>("a", FROM), new Observed<>("b", FROM));
        assertThat(failures).isEmpty();
    }

    @Test
    void failsAfterTheGoodRowsWithWhatEndedTheListing() {
        VendorException endedBy = VendorException.builder(
                        FailureKind.INCOMPLETE_LISTING, new Vendor("acme"), "things", "rows are missing")
                .build();
        read(endedBy, "a", "b");
        assertThat(rows).extracting(Observed::value).containsExactly("a", "b");
        assertThat(failures).containsExactly(endedBy);
    }
}
