package dev.seatport.demo.wiring;

import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.SettingsException;
import dev.seatport.http.ClientLimits;
import dev.seatport.http.spi.BoundedFileReader;
import dev.seatport.http.spi.HttpProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The settings that all vendors share: proxy, certificate authorities, timeouts and rates. */
record NetworkSettings(Optional<HttpProxy> proxy, Optional<Path> authorities) {
    static NetworkSettings of(Settings settings) {
        return new NetworkSettings(
                settings.proxy(Setting.PROXY),
                settings.path(Setting.CA_FILE)
                        .map(file -> Files.isRegularFile(file)
                                ? file
                                : settings.once(Setting.CA_FILE, Path.class, () -> copy(file))));
    }

    /** A file of what a pipe says once, for each of the vendors to read. */
    private static Path copy(Path pipe) {
        try {
            byte[] content = BoundedFileReader.read(pipe);
            Path copy = Files.createTempFile("seatport-", ".pem");
            copy.toFile().deleteOnExit();
            return Files.write(copy, content);
        } catch (IOException e) {
            throw Setting.CA_FILE.complaint("names a file that cannot be read: it " + e.getMessage());
        }
    }

    void apply(Consumer<HttpProxy> byProxy, Consumer<Path> trusting) {
        proxy.ifPresent(byProxy);
        authorities.ifPresent(trusting);
    }

    /** Returns the limits that a vendor's settings name; the others are the library's. */
    static ClientLimits limits(Settings settings, Setting requestTimeout, Setting requestsPerSecond) {
        ClientLimits.Builder limits = ClientLimits.builder();
        settings.duration(requestTimeout).ifPresent(limits::requestTimeout);
        settings.rate(requestsPerSecond).ifPresent(limits::requestsPerSecond);
        return limits.build();
    }

    /** Something read from the file that a setting names; the library says in words of its own what is wrong with one. */
    static <T> T readable(Setting setting, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw new SettingsException(setting.key() + ": " + e.getMessage() + "; legal: " + setting.legal());
        }
    }
}
