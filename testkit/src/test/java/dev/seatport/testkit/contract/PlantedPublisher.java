package dev.seatport.testkit.contract;

import dev.seatport.domain.observed.Observed;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.condition.EnabledIf;

/** The rules of Reactive Streams for a planted listing, which keeps few of them even without a defect of its own. */
@EnabledIf("dev.seatport.testkit.contract.PlantedVendor#isPlanting")
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
