package dev.seatport.demo.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one vendor wants to be set.
 *
 * @param prefix what the names of its settings begin with
 * @param required the names of those without which it does not work
 * @param readings one reading of each setting, or of each group that only makes sense together
 */
public record VendorSettings(String prefix, List<String> required, List<Consumer<Settings>> readings) {
    public VendorSettings {
        required = List.copyOf(required);
        readings = List.copyOf(readings);
    }

    /** Whether nothing of it is set. */
    public boolean absent(Settings settings) {
        return !settings.anySet(prefix);
    }

    /** All that is wrong, one line each; empty if the vendor can be used. */
    public List<String> complaints(Settings settings) {
        List<String> complaints = new ArrayList<>();
        for (Consumer<Settings> reading : readings) {
            try {
                reading.accept(settings);
            } catch (SettingsException e) {
                complaints.add(String.valueOf(e.getMessage()));
            }
        }
        return complaints;
    }
}
