package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.demo.WiredVendors;
import dev.seatport.demo.config.VendorSettings;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.domain.customer.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Commands of the training run. */
class ClassArchiveTrainingTest {
    /** Its listing would end with 2, and no archive would be made. */
    @Test
    void leavesOutAVendorThatTheSandboxDoesNotSimulate() {
        List<VendorPlugin> plugins = new ArrayList<>(WiredVendors.simulated());
        plugins.add(VendorPlugin.builder(new Vendor("acme"), "Acme", VendorSettings.of("acme"))
                .licenses(
                        () -> {
                            throw new AssertionError("not used");
                        },
                        Set.of())
                .build());

        assertThat(ClassArchiveTraining.commands(plugins))
                .contains("customers --format csv --vendor avepoint", "customers --format csv --vendor c3")
                .noneMatch(command -> command.contains("acme"));
    }
}
