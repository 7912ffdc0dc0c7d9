package dev.seatport.demo.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.doctor.CheckResult;
import dev.seatport.demo.doctor.Doctor;
import dev.seatport.demo.doctor.Doctor.OverallStatus;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.testkit.http.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The Dagger module that the guide to adapters shows connects the example adapter, and the guide lists its settings. */
class AcmeModuleTest {
    private static final Pattern ROW = Pattern.compile("\\| `(seatport\\.acme\\.[a-z-]+)` .*");

    private static void respond(ScriptedServer.Connection connection) throws IOException {
        String request = connection.request();
        String body = "{\"value\": [{\"sku\": \"sku-1\", \"bought\": 5, \"used\": 3}]}";
        if (request.startsWith("POST ")) {
            body = "{\"access_token\": \"a-token\", \"token_type\": \"Bearer\", \"expires_in\": 3600}";
        } else if (request.startsWith("GET /v1/accounts?page=1")) {
            body = "{\"accounts\": [{\"id\": \"a-1\", \"state\": \"active\", \"tenant\": \"t-1\"}], \"total\": 1}";
        }
        connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body);
    }

    @Test
    void connectsTheAdapterWithItsSettings() throws Exception {
        List<CheckResult> checks = new ArrayList<>();
        try (ScriptedServer vendor = ScriptedServer.answering(AcmeModuleTest::respond);
                VertxLifecycle vertx = new VertxLifecycle()) {
            Settings settings = Settings.ofMap(Map.of(
                    AcmeModule.BASE_URL.key(),
                    vendor.url("").toString(),
                    AcmeModule.PARTNER.key(),
                    "the-partner",
                    AcmeModule.CLIENT_ID.key(),
                    "the-client",
                    AcmeModule.LOGIN.clientSecret().key(),
                    "the-secret"));
            List<VendorPlugin> acme =
                    DaggerAcmeHttpComponent.factory().create(settings, vertx).vendors().plugins().stream()
                            .filter(plugin -> plugin.name().equals("acme"))
                            .toList();

            assertThat(new Doctor(settings, InstantSource.system(), System::nanoTime).checkAll(acme, checks::add))
                    .isEqualTo(OverallStatus.HEALTHY);
        }
        assertThat(checks).extracting(CheckResult::name).containsExactly("settings", "token", "customers", "licenses");
        assertThat(checks.get(3).what()).isEqualTo("read the first license");
    }

    @Test
    void theGuideListsItsSettings() throws IOException {
        Map<String, Boolean> requiredByKey = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("../docs/writing-an-adapter.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                requiredByKey.put(row.group(1), line.endsWith("| required |"));
            }
        }

        assertThat(requiredByKey)
                .isEqualTo(AcmeModule.SETTINGS.all().stream()
                        .collect(Collectors.toMap(Setting::key, Setting::isRequired)));
    }
}
