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

/** Network settings that all vendors share: proxy and certificate authorities. */
record NetworkSettings(Optional<HttpProxy> proxy, Optional<Path> authorities) {
    static NetworkSettings of(Settings settings) {
        return new NetworkSettings(
                settings.proxy(Setting.PROXY),
                settings.path(Setting.CA_FILE)
                        .map(file -> Files.isRegularFile(file)
                                ? file
                                : settings.readOnce(Setting.CA_FILE, Path.class, () -> copy(file))));
    }

    /** Copies the content of a pipe to a file, because each vendor reads it. */
    private static Path copy(Path pipe) {
        try {
            byte[] content = BoundedFileReader.read(pipe);
            Path copy = Files.createTempFile("seatport-", ".pem");
            copy.toFile().deleteOnExit();
            return Files.write(copy, content);
        } catch (IOException e) {
            throw Setting.CA_FILE.invalid("names a file that cannot be read: it " + e.getMessage());
        }
    }

    void apply(Consumer<HttpProxy> proxyOption, Consumer<Path> certificatesOption) {
        proxy.ifPresent(proxyOption);
        authorities.ifPresent(certificatesOption);
    }

    /** Returns client limits with the timeout and rate of a vendor's settings. The other limits keep the defaults of the library. */
    static ClientLimits limits(Settings settings, Setting requestTimeout, Setting requestsPerSecond) {
        ClientLimits.Builder limits = ClientLimits.builder();
        settings.duration(requestTimeout).ifPresent(limits::requestTimeout);
        settings.rate(requestsPerSecond).ifPresent(limits::requestsPerSecond);
        return limits.build();
    }

    /**
     * Runs a reader of a setting's file.
     *
     * @throws SettingsException if the reader rejects the file; the message is that of the library with the key in front
     */
    static <T> T readFileOf(Setting setting, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw new SettingsException(
                    setting.key() + ": " + e.getMessage() + "; allowed values: " + setting.allowedValues());
        }
    }
}
