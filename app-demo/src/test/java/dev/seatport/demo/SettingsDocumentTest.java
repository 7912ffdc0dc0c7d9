package dev.seatport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.demo.config.CommonSettings;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.plugin.VendorPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables of the settings document have the declared settings, no more and no fewer. */
class SettingsDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/settings.md");

    /** Returns the rows of a section's table: the default by key. */
    private static Map<String, String> table(String section) throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        boolean inside = false;
        for (String line : Files.readAllLines(DOCUMENT)) {
            if (line.startsWith("## ")) {
                inside = line.equals("## " + section);
            }
            if (inside && line.startsWith("| `seatport.")) {
                String[] cells = line.split("\\|", -1);
                rows.put(cells[1].strip().replace("`", ""), cells[3].strip());
            }
        }
        return rows;
    }

    @Test
    void hasTheSettingsOfEveryVendor() throws IOException {
        for (VendorPlugin plugin : WiredVendors.plugins()) {
            Map<String, String> table = table(plugin.displayName());
            List<Setting<?>> settings = plugin.settings().all();

            assertThat(table.keySet())
                    .as(plugin.displayName())
                    .containsExactlyInAnyOrderElementsOf(
                            settings.stream().map(Setting::key).toList());
            assertThat(settings)
                    .filteredOn(Setting::isRequired)
                    .allSatisfy(setting -> assertThat(table.get(setting.key())).isEqualTo("required"));
        }
    }

    @Test
    void hasTheSettingsThatBelongToNoVendor() throws IOException {
        assertThat(table("Reviews and network").keySet())
                .containsExactlyInAnyOrderElementsOf(CommonSettings.ALL.stream()
                        .filter(setting -> setting != CommonSettings.CONFIG)
                        .map(Setting::key)
                        .toList());
    }
}
