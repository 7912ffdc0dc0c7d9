package dev.seatport.demo;

import dev.seatport.demo.config.CommonSettings;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.demo.wiring.DaggerSeatportComponent;
import dev.seatport.demo.wiring.SeatportComponent;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Wired vendors of the command line, from which tests derive what they expect of every vendor. */
public final class WiredVendors {
    private WiredVendors() {}

    /** Returns the plugins in alphabetical order. */
    public static List<VendorPlugin> plugins() {
        return SeatportComponent.plugins(DaggerSeatportComponent.factory());
    }

    /** Returns the plugins of the vendors that the sandbox simulates. Tests without a sandbox cover the others. */
    public static List<VendorPlugin> simulated() {
        return plugins().stream()
                .filter(plugin -> plugin.simulation().isPresent())
                .toList();
    }

    /** Returns the names of the vendors that match, as messages list them. */
    public static String names(Predicate<VendorPlugin> filter) {
        return plugins().stream().filter(filter).map(VendorPlugin::name).collect(Collectors.joining(", "));
    }

    /** Returns the names of all vendors, as messages list them. */
    public static String names() {
        return names(plugin -> true);
    }

    /** Returns the settings of all vendors, and those that belong to no vendor. */
    public static Stream<Setting<?>> settings() {
        return Stream.concat(
                plugins().stream().flatMap(plugin -> plugin.settings().all().stream()), CommonSettings.ALL.stream());
    }
}
