package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources of settings, rejected settings, and unchanged values. */
class SettingsTest {
    private static final String CLIENT_ID = "seatport.avepoint.client-id";

    private static FakeVendors vendors;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        vendors = FakeVendors.start();
    }

    @BeforeEach
    void reset() {
        vendors.reset();
        vendors.customers();
        vendors.c3("[]");
    }

    @AfterAll
    static void stop() {
        vendors.close();
    }

    private static InProcessShell shell() {
        return InProcessShell.with(vendors.settings());
    }

    private static InProcessShell environment(Map<String, String> settings) {
        InProcessShell inProcessShell = InProcessShell.bare();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            inProcessShell = inProcessShell.variable(variable(setting.getKey()), setting.getValue());
        }
        return inProcessShell;
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private Path file(Map<String, String> settings) throws IOException {
        return file(settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n")));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("settings.properties"), text);
    }

    private static void assertClientId(String expected) {
        assertThat(vendors.tokenForm()).containsEntry("client_id", expected);
    }

    @Nested
    class Values {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a$b$$c",
                    "${x}",
                    "${seatport.avepoint.client-id}",
                    "${env.HOME:fallback}",
                    "$${x}",
                    "%{x}",
                    "#{x}",
                    "back\\slash\\\\n\\u0041\\",
                    "comma,comma\\,",
                    "# no comment",
                    "!no comment",
                    "a=b:c=",
                    "blanks  inside",
                    "+&%26;",
                    "with \"quotes\" and 'more' inside",
                    "~!@#$%^&*()_+`-={}|[]:<>?,./",
                    "null",
                    "PT30S",
                    "***"
                })
        void arriveUnchangedAtTheTokenEndpoint(String secret) {
            shell().property("seatport.avepoint.client-secret", secret)
                    .run("customers")
                    .fine();
            assertThat(vendors.tokenForm()).containsEntry("client_secret", secret);

            vendors.reset();
            vendors.c3("[]");
            Map<String, String> settings = new LinkedHashMap<>(vendors.settings());
            settings.put("seatport.c3.client-secret", secret);
            settings.put("seatport.c3.client-id", secret);
            settings.put("seatport.c3.resource", secret);
            settings.put("seatport.c3.scope", secret);
            environment(settings).run("customers", "--vendor", "c3").fine();
            assertThat(vendors.tokenForm())
                    .containsEntry("client_secret", secret)
                    .containsEntry("client_id", secret)
                    .containsEntry("resource", secret)
                    .containsEntry("scope", secret);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "secret\n",
                    "secret\r",
                    "secret\r\n",
                    " secret",
                    "secret ",
                    "\tsecret\t\t",
                    "\uFEFFsecret",
                    "\uFEFF secret\uFEFF\n",
                    "\u00A0secret\u00A0",
                    "\u2028secret\u2003"
                })
        void ofCredentialsAreSentWithoutSurroundingInvisibleCharacters(String value) throws IOException {
            for (InProcessShell inProcessShell : shells(value)) {
                vendors.reset();
                vendors.c3("[]");
                inProcessShell.run("customers", "--vendor", "c3").fine();
                assertThat(vendors.tokenForm())
                        .containsEntry("client_secret", "secret")
                        .containsEntry("client_id", "secret")
                        .containsEntry("resource", "secret")
                        .containsEntry("scope", "secret");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"secret\"",
                    "'secret'",
                    "`secret`",
                    "\"secret",
                    "secret'",
                    " \"secret\"\n",
                    "sec\nret",
                    "sec\rret",
                    "sec\tret",
                    "sec\u0000ret",
                    "sec\u007fret",
                    "sec\u00a0ret",
                    "sec\uFEFFret",
                    "sec\u200bret",
                    "\u200bsecret",
                    "ünïcödé-密码-🔑",
                    "“secret”"
                })
        void ofCredentialsAreRejectedWithInvalidCharacters(String value) throws IOException {
            for (InProcessShell inProcessShell : shells(value)) {
                CommandResult commandResult =
                        inProcessShell.run("customers", "--vendor", "c3").refused(2);
                assertThat(commandResult.err()).contains("seatport.c3.").doesNotContain("sec");
            }
            assertThat(vendors.requests()).isEmpty();
        }

        /** Returns shells with the value as each credential of C3: in the environment, a property, a settings file and a secret file. */
        private List<InProcessShell> shells(String value) throws IOException {
            Map<String, String> settings = new LinkedHashMap<>(vendors.settings());
            for (String name : List.of("client-id", "client-secret", "resource", "scope")) {
                settings.put("seatport.c3." + name, value);
            }
            Path config = directory.resolve("credentials.properties");
            Properties stored = new Properties();
            stored.putAll(settings);
            try (Writer writer = Files.newBufferedWriter(config)) {
                stored.store(writer, null);
            }
            Map<String, String> withFile = new LinkedHashMap<>(settings);
            withFile.remove("seatport.c3.client-secret");
            withFile.put(
                    "seatport.c3.client-secret-file",
                    Files.writeString(directory.resolve("secret"), value).toString());
            return List.of(
                    environment(settings),
                    InProcessShell.with(settings),
                    InProcessShell.bare().variable("SEATPORT_CONFIG", config.toString()),
                    InProcessShell.with(withFile));
        }

        @Test
        void thatTheLocaleCannotDecodeAreRejected() {
            assertThat(shell().variable("SEATPORT_AVEPOINT_CLIENT_SECRET", "p\uFFFD\uFFFDss")
                            .run("customers")
                            .refused(2)
                            .err())
                    .contains("seatport.avepoint.client-secret")
                    .contains("LC_ALL");
            assertThat(vendors.requests()).isEmpty();
        }

        @Test
        void ofC3AreSentWithoutAScopeIfItIsNotSet() {
            shell().run("customers", "--vendor", "c3").fine();

            assertThat(vendors.tokenForm()).doesNotContainKey("scope").containsEntry("resource", "resource");
        }
    }

    @Nested
    class Sources {
        @Test
        void havePrecedenceEnvironmentThenSystemPropertiesThenFile() throws IOException {
            Map<String, String> settings = vendors.settings();
            settings.put(CLIENT_ID, "file");
            String file = file(settings).toString();
            InProcessShell filed = InProcessShell.bare();
            InProcessShell properties = filed.property(CLIENT_ID, "property");
            InProcessShell environment = properties.variable("SEATPORT_AVEPOINT_CLIENT_ID", "environment");

            filed.run("customers", "--config", file).fine();
            assertClientId("file");
            reset();
            properties.run("customers", "--config", file).fine();
            assertClientId("property");
            reset();
            environment.run("customers", "--config", file).fine();
            assertClientId("environment");
        }

        @Test
        void cannotChangeTheirPrecedence() throws IOException {
            Map<String, String> settings = vendors.settings();
            settings.put(CLIENT_ID, "file");
            settings.put("config_ordinal", "9999");
            settings.put("config.ordinal", "9999");
            String file = file(settings).toString();

            InProcessShell.bare()
                    .property("config_ordinal", "999")
                    .property(CLIENT_ID, "property")
                    .variable("SEATPORT_AVEPOINT_CLIENT_ID", "environment")
                    .variable("CONFIG_ORDINAL", "1")
                    .run("customers", "--config", file)
                    .fine();

            assertClientId("environment");
        }

        @Test
        void mayBeTheEnvironmentAlone() {
            environment(vendors.settings()).run("customers").fine();
            environment(vendors.settings()).run("customers", "--vendor", "c3").fine();
        }

        @Test
        void mayBeAFileThatTheEnvironmentNames() throws IOException {
            String file = file(vendors.settings()).toString();

            InProcessShell.bare()
                    .variable("SEATPORT_CONFIG", file)
                    .run("customers")
                    .fine();
            InProcessShell.bare()
                    .property("seatport.config", file)
                    .run("customers")
                    .fine();
        }

        @Test
        void preferTheFileOfTheCommandLineToThatOfTheEnvironment() throws IOException {
            String file = file(vendors.settings()).toString();

            InProcessShell.bare()
                    .variable("SEATPORT_CONFIG", directory.resolve("nowhere").toString())
                    .run("--config", file, "customers")
                    .fine();
        }

        @Test
        void mayBeAFileWithAByteOrderMark() throws IOException {
            String file = file("\uFEFFseatport.avepoint.client-id=marked\n").toString();

            shell().without(CLIENT_ID).run("customers", "--config", file).fine();

            assertClientId("marked");
        }

        @Test
        void mayBeAFileInUtf8() throws IOException {
            String file =
                    file("# schlüssel-鍵\nseatport.avepoint.client-id=key\n").toString();

            shell().without(CLIENT_ID).run("customers", "--config", file).fine();

            assertClientId("key");
        }

        @Test
        void thatCannotBeReadAreRejected() throws IOException {
            Path latin = directory.resolve("latin.properties");
            Files.write(latin, "seatport.avepoint.client-id=schlüssel".getBytes(StandardCharsets.ISO_8859_1));
            Path broken = Files.writeString(
                    directory.resolve("broken.properties"), "# C:\\users\nseatport.c3.scope=a\\\\b\\u12");

            for (Path file : new Path[] {directory, directory.resolve("nowhere"), latin, broken}) {
                assertThat(shell().run("customers", "--config", file.toString())
                                .refused(2)
                                .err())
                        .contains("the settings file " + file)
                        .doesNotContain("cannot be read");
            }
            assertThat(shell().run("customers", "--config", directory + "/none").err())
                    .contains("does not exist; name an existing properties file");
            assertThat(shell().run("customers", "--config", directory.toString())
                            .err())
                    .contains("is a directory; name a properties file");
            assertThat(shell().run("customers", "--config", broken.toString()).err())
                    .contains("has an invalid \\u escape on line 2");
            assertThat(shell().run("customers", "--config", "").refused(2).err())
                    .contains("settings file");
            assertThat(shell().property("seatport.config", "\0")
                            .run("customers")
                            .refused(2)
                            .err())
                    .contains("seatport.config");
            assertThat(vendors.requests()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "seatport.avepoint.baseurl, did you mean seatport.avepoint.base-url?",
            "seatport.c3.client_secret, did you mean seatport.c3.client-secret?",
            "Seatport.avepoint.base-url, did you mean seatport.avepoint.base-url?",
            "seatprot.vendors, did you mean seatport.vendors?",
            "seatport.nonsense, 'known settings: seatport.avepoint.environment, seatport.avepoint.api'"
        })
        void withAnUnknownSettingAreRejected(String misspelt, String suggestion) throws IOException {
            String file = file(Map.of(misspelt, "CANARY-value")).toString();

            assertThat(shell().run("customers", "--config", file).refused(2).err())
                    .contains(misspelt)
                    .contains(suggestion)
                    .doesNotContain("CANARY-value");
            assertThat(shell().property(misspelt, "CANARY-value")
                            .run("customers")
                            .refused(2)
                            .err())
                    .contains(misspelt)
                    .doesNotContain("CANARY-value");
            assertThat(vendors.requests()).isEmpty();
        }

        @Test
        void withADuplicateSettingAreRejected() throws IOException {
            String file = file("seatport.c3.client-id=one\nseatport.c3.client-id=CANARY-value\n")
                    .toString();

            assertThat(shell().run("customers", "--config", file).refused(2).err())
                    .contains("seatport.c3.client-id twice")
                    .doesNotContain("CANARY-value");
        }
    }

    @Nested
    class Variables {
        @Test
        void thatAreMisspeltSettingsAreRejected() {
            assertThat(shell().variable("SEATPORT_AVEPOINT_CLENT_ID", "CANARY-value")
                            .run("customers")
                            .refused(2)
                            .err())
                    .contains("unknown setting SEATPORT_AVEPOINT_CLENT_ID")
                    .contains("did you mean SEATPORT_AVEPOINT_CLIENT_ID?")
                    .doesNotContain("CANARY-value");
            assertThat(vendors.requests()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"SEATPORT_PORT", "SEATPORT_SERVICE_HOST", "SEATPORT_C3_PORT", "SEATPORT_HOME"})
        void ofAContainerPlatformAreIgnored(String variable) {
            shell().variable(variable, "tcp://10.0.0.1:80").run("customers").fine();
        }
    }
}
