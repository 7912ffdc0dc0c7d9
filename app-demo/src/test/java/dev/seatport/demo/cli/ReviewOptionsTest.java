package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.demo.config.Settings;
import dev.seatport.demo.wiring.DaggerSeatportComponent;
import dev.seatport.demo.wiring.VendorRegistry;
import dev.seatport.demo.wiring.VertxLifecycle;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.reports.policy.Policy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Fingerprint of a review, which decides whether a saved review is resumed. */
class ReviewOptionsTest {
    private static String fingerprint(String... freeSkus) {
        ReviewOptions options = new ReviewOptions();
        CommandSpec command = CommandSpec.create();
        options.options().forEach(command::add);
        new CommandLine(command).parseArgs();
        VendorRegistry vendors = DaggerSeatportComponent.factory()
                .create(Settings.none(), new VertxLifecycle())
                .vendors();
        Set<SkuId> free = new LinkedHashSet<>();
        List.of(freeSkus).forEach(sku -> free.add(new SkuId(sku)));
        return options.fingerprint(
                vendors, new Policy(ReviewPolicy.builder().freeSkus(free).build(), List.of()), List.of());
    }

    @Test
    void differsIfTheFreeSkusDo() {
        assertThat(fingerprint("a", "b"))
                .isEqualTo(fingerprint("b", "a"))
                .isNotEqualTo(fingerprint("a"))
                .isNotEqualTo(fingerprint());
    }
}
