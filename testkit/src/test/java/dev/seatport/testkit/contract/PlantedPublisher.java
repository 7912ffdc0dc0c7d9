package dev.seatport.testkit.contract;

import dev.seatport.domain.observed.Observed;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.condition.EnabledIf;

/** Rules of Reactive Streams for a planted listing, which breaks most of them even without a planted defect. */
@EnabledIf("dev.seatport.testkit.contract.PlantedVendor#isPlanted")
class PlantedPublisher extends PublisherContract<Observed<String>> {
    @Override
    protected Flow.Publisher<Observed<String>> publisher(long rows) {
        return new PlantedListing<>(
                new PlantedVendor(), "the listing", Collections.nCopies(Math.toIntExact(rows), "a row"), null);
    }

    @Override
    protected long maxRows() {
        return 1_000;
    }

    @Override
    protected Duration signalTimeout() {
        return Duration.ofMillis(100);
    }
}
