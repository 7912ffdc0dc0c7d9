package dev.seatport.demo.config;

import dev.seatport.domain.customer.Vendor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settings of one vendor. Each setting is added once: to the account, to the login, or to the other settings. Immutable: each method
 * that adds something returns new settings.
 */
public final class VendorSettings {
    private final String prefix;
    private final List<Setting<?>> account;
    private final List<Setting<?>> others;
    private final List<LoginSettings> logins;
    private final List<Consumer<Settings>> checks;

    private VendorSettings(
            String prefix,
            List<Setting<?>> account,
            List<Setting<?>> others,
            List<LoginSettings> logins,
            List<Consumer<Settings>> checks) {
        this.prefix = prefix;
        this.account = List.copyOf(account);
        this.others = List.copyOf(others);
        this.logins = List.copyOf(logins);
        this.checks = List.copyOf(checks);
        all().stream()
                .filter(setting -> !setting.key().startsWith(prefix))
                .findFirst()
                .ifPresent(setting -> {
                    throw new IllegalArgumentException(setting + " does not begin with " + prefix);
                });
        if (all().stream().map(Setting::key).distinct().count() < all().size()) {
            throw new IllegalArgumentException("a setting of " + prefix + " is declared twice");
        }
    }

    /** Returns the settings of a vendor that needs none. */
    public static VendorSettings of(String vendor) {
        return new VendorSettings(prefixOf(vendor), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Adds settings that select the account: hosts, tenant and client id, and no secret. Data of another account is other data, so a
     * saved review of one account is not resumed for another.
     */
    public VendorSettings account(Setting<?>... settings) {
        return new VendorSettings(prefix, plus(account, Arrays.asList(settings)), others, logins, checks);
    }

    /** Adds the settings of the secret or certificate. */
    public VendorSettings login(LoginSettings login) {
        return new VendorSettings(prefix, account, others, plus(logins, List.of(login)), checks);
    }

    /** Adds the settings of the limits. */
    public VendorSettings limits(LimitSettings limits) {
        return others(limits.requestTimeout(), limits.requestsPerSecond());
    }

    /** Adds settings that change no account. */
    public VendorSettings others(Setting<?>... settings) {
        return new VendorSettings(prefix, account, plus(others, Arrays.asList(settings)), logins, checks);
    }

    /** Adds a check that throws a {@link SettingsException}. */
    public VendorSettings check(Consumer<Settings> check) {
        return new VendorSettings(prefix, account, others, logins, plus(checks, List.of(check)));
    }

    private static <T> List<T> plus(List<T> some, List<? extends T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** Returns all settings, in the order of their declaration. */
    public List<Setting<?>> all() {
        return Stream.of(
                        account,
                        logins.stream().flatMap(login -> login.all().stream()).toList(),
                        others)
                .<Setting<?>>flatMap(List::stream)
                .toList();
    }

    /** Returns the settings to ask a person for, without those of the logins: the mandatory ones, and those of a few names. */
    public List<Setting<?>> prompted() {
        return account.stream()
                .filter(setting -> setting.isRequired() || setting.isChoice())
                .toList();
    }

    /** Returns the settings of the secrets and certificates. */
    public List<LoginSettings> logins() {
        return logins;
    }

    /** Returns the name of a setting without the prefix of the vendor, such as {@code base-url}. */
    public String name(Setting<?> setting) {
        return setting.key().substring(prefix.length());
    }

    /** Returns the keys of the settings that the vendor cannot do without, with their alternatives. */
    public List<String> required() {
        return Stream.concat(
                        all().stream().filter(Setting::isRequired).map(Setting::key),
                        logins.stream().map(LoginSettings::required))
                .toList();
    }

    /** Returns the key of the first declared setting with one of these names, such as {@code base-url}. */
    public Optional<String> key(String... names) {
        return Arrays.stream(names)
                .map(name -> prefix + name)
                .filter(key -> all().stream().anyMatch(setting -> setting.key().equals(key)))
                .findFirst();
    }

    /**
     * Checks that these settings belong to a vendor and select its account. Without an account, a saved review of one account is
     * resumed for another.
     *
     * @throws IllegalStateException if they are of another vendor, or if some are required and none selects the account
     */
    public void requireAccountOf(Vendor vendor) {
        if (!prefix.equals(prefixOf(vendor.name()))) {
            throw new IllegalStateException("the settings of " + vendor + " begin with " + prefix);
        }
        if (account.isEmpty() && !required().isEmpty()) {
            throw new IllegalStateException("no setting selects the account of " + vendor
                    + "; add its hosts, tenant or client id to account(...)");
        }
    }

    private static String prefixOf(String vendor) {
        return Setting.PREFIX + vendor + ".";
    }

    /** Returns whether any setting of the vendor is set. */
    public boolean isConfigured(Settings settings) {
        return all().stream().anyMatch(settings::isSet);
    }

    /** Returns the problems of the settings, one line each; empty if all settings are valid. */
    public List<String> problems(Settings settings) {
        List<Consumer<Settings>> all = new ArrayList<>();
        Stream.concat(account.stream(), others.stream())
                .forEach(setting -> all.add(values -> {
                    if (values.value(setting).isEmpty() && setting.isRequired()) {
                        throw setting.invalid("is missing");
                    }
                }));
        logins.forEach(login -> all.add(login::check));
        all.addAll(checks);
        List<String> problems = new ArrayList<>();
        for (Consumer<Settings> check : all) {
            try {
                check.accept(settings);
            } catch (SettingsException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return problems;
    }

    /** Returns the keys and values of the account's settings, without secrets. An absent value differs from every value. */
    public String account(Settings settings) {
        return account.stream()
                .map(setting -> setting.key()
                        + settings.raw(setting)
                                .map(value -> "=" + value.length() + ":" + value)
                                .orElse(""))
                .collect(Collectors.joining(" "));
    }
}
