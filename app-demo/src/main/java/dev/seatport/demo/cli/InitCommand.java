package dev.seatport.demo.cli;

import dev.seatport.demo.config.CommonSettings;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.SettingsSource;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.demo.wiring.VendorRegistry;
import dev.seatport.reports.output.AtomicFile;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.OutputException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Asks for the settings of the vendors, writes them to a new file, and checks them with {@code doctor}. */
final class InitCommand {
    private static final String DEFAULT_FILE = "seatport.properties";

    private InitCommand() {}

    static CommandSpec init(CommandContext context) {
        PositionalParamSpec file = PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .type(Path.class)
                .paramLabel("FILE")
                .description(
                        "write the settings to FILE, which only its owner may read (default: " + DEFAULT_FILE + ")")
                .build();
        OptionSpec force = OptionSpec.builder("--force")
                .type(boolean.class)
                .initialValue(false)
                .description("replace FILE if it exists")
                .build();
        return context.command(
                () -> {
                    if (context.hasOutputFile()) {
                        throw new UsageException("init has no --output; name the FILE without it: seatport init FILE");
                    }
                    @Nullable Path named = file.getValue();
                    Path target = named == null ? Path.of(DEFAULT_FILE) : named;
                    write(context, target, force.getValue());
                    Settings settings = settings(context, target);
                    int code = DoctorCommand.check(context, settings);
                    context.environment()
                            .printMessage(
                                    code == ExitCode.SUCCESS
                                            ? "next: seatport review --config " + target
                                            : "correct " + target
                                                    + ", and check it again with: seatport doctor --config " + target);
                    return code;
                },
                file,
                force);
    }

    private static void write(CommandContext context, Path file, boolean force) throws IOException {
        CommandEnvironment environment = context.environment();
        boolean exists = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        if (exists && !force) {
            throw new UsageException(file + " exists; name another file, or use --force to replace it");
        }
        // Opened before the questions, so that a file that cannot be written costs no answers.
        try (Output out = Output.to(file)) {
            SettingsPrompter prompter = new SettingsPrompter(AnswerSource.of(environment), environment);
            environment.printMessage("each value is described in docs/getting-started.md");
            ask(context.plugins(), prompter);
            if (exists) {
                AtomicFile.makePrivate(file);
            }
            print(prompter.values(), out.writer());
            out.complete();
        } catch (OutputException e) {
            throw e;
        } catch (IOException e) {
            throw new OutputException(file + " cannot be written; check the space and the permissions");
        }
        environment.printMessage("wrote " + file + ", which only its owner may read; it holds secrets");
    }

    private static void ask(List<VendorPlugin> plugins, SettingsPrompter prompter) throws IOException {
        List<VendorPlugin> seats = sorted(plugins, VendorPlugin::hasSeats, VendorPlugin::isDefaultForSeats);
        List<VendorPlugin> licenses = sorted(plugins, VendorPlugin::hasLicenses, VendorPlugin::isDefaultForLicenses);
        VendorPlugin seatVendor = chosen(seats, prompter.choose("vendor of the seats", names(seats)));
        List<String> licenseChoices = Stream.concat(names(licenses).stream(), Stream.of(VendorRegistry.NO_LICENSES))
                .toList();
        String licensesFrom = prompter.choose("vendor of the licenses", licenseChoices);
        prompter.set(CommonSettings.REVIEW_SEATS_FROM, seatVendor.name());
        prompter.set(CommonSettings.REVIEW_LICENSES_FROM, licensesFrom);
        prompter.ask(seatVendor);
        if (!licensesFrom.equals(VendorRegistry.NO_LICENSES) && !licensesFrom.equals(seatVendor.name())) {
            prompter.ask(chosen(licenses, licensesFrom));
        }
    }

    /** Returns the capable vendors, the default one first. */
    private static List<VendorPlugin> sorted(
            List<VendorPlugin> plugins, Predicate<VendorPlugin> capable, Predicate<VendorPlugin> isDefault) {
        return plugins.stream()
                .filter(capable)
                .sorted(Comparator.comparing(plugin -> !isDefault.test(plugin)))
                .toList();
    }

    private static List<String> names(List<VendorPlugin> plugins) {
        return plugins.stream().map(VendorPlugin::name).toList();
    }

    private static VendorPlugin chosen(List<VendorPlugin> plugins, String name) {
        return plugins.stream()
                .filter(plugin -> plugin.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Escapes what a properties file would not keep. Answers are lines, without blanks around them. */
    private static void print(Map<String, String> values, Writer out) throws IOException {
        out.write(
                "# Settings of Seatport; docs/settings.md lists all of them. Keep this file private: it holds secrets.\n");
        for (Map.Entry<String, String> value : values.entrySet()) {
            out.write(value.getKey() + "=" + value.getValue().replace("\\", "\\\\") + "\n");
        }
    }

    /** Returns the settings as a later command reads them, with those of the environment. */
    private static Settings settings(CommandContext context, Path file) {
        CommandEnvironment environment = context.environment();
        return new SettingsSource(
                        environment.variables(),
                        environment.properties(),
                        file,
                        context.plugins().stream().map(VendorPlugin::settings).collect(Collectors.toList()))
                .settings();
    }
}
