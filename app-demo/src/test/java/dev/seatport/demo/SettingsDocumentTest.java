package dev.seatport.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.demo.config.CommonSettings;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.plugin.VendorPlugin;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tables of the settings document have the declared settings, no more and no fewer. A vendor's table may also be in the file
 * {@code settings.md} of its adapter, so that a new vendor changes no existing document.
 */
class SettingsDocumentTest {
    private static final Path ROOT = Path.of("..");

    @TempDir
    private Path folder;

    /** Returns the document that has a section. */
    private static Path document(Path root, String section) throws IOException {
        List<Path> documents = new ArrayList<>(List.of(root.resolve("docs/settings.md")));
        try (DirectoryStream<Path> adapters = Files.newDirectoryStream(root, "adapters-*")) {
            for (Path adapter : adapters) {
                documents.add(adapter.resolve("settings.md"));
            }
        }
        List<Path> found = new ArrayList<>();
        for (Path document : documents) {
            if (Files.exists(document) && Files.readAllLines(document).contains("## " + section)) {
                found.add(document);
            }
        }
        assertThat(found).as("documents with the section %s", section).hasSize(1);
        return found.get(0);
    }

    /** Returns the rows of a section's table: the default by key. */
    private static Map<String, String> table(Path root, String section) throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        boolean inside = false;
        for (String line : Files.readAllLines(document(root, section))) {
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
            Map<String, String> table = table(ROOT, plugin.displayName());
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
        assertThat(table(ROOT, "Reviews and network").keySet())
                .containsExactlyInAnyOrderElementsOf(CommonSettings.ALL.stream()
                        .filter(setting -> setting != CommonSettings.CONFIG)
                        .map(Setting::key)
                        .toList());
    }

    @Test
    void theTableOfAVendorMayBeInTheModuleOfItsAdapter() throws IOException {
        Path docs = Files.createDirectories(folder.resolve("docs")).resolve("settings.md");
        Path adapter = Files.createDirectories(folder.resolve("adapters-acme")).resolve("settings.md");
        Files.writeString(docs, "## C3\n| `seatport.c3.scope` | text | none |\n");
        Files.writeString(adapter, "## Acme\n| `seatport.acme.partner` | id | required |\n");

        assertThat(table(folder, "Acme")).containsExactly(Map.entry("seatport.acme.partner", "required"));
        assertThat(table(folder, "C3")).containsExactly(Map.entry("seatport.c3.scope", "none"));

        Files.writeString(docs, "## Acme\n");
        assertThatThrownBy(() -> table(folder, "Acme")).hasMessageContaining("documents with the section Acme");
    }
}
