package dev.seatport.demo.wiring;

import dev.seatport.demo.config.CommonSettings;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.SettingsException;
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
                settings.value(CommonSettings.PROXY),
                settings.value(CommonSettings.CA_FILE)
                        .map(file -> Files.isRegularFile(file)
                                ? file
                                : settings.readOnce(CommonSettings.CA_FILE, Path.class, () -> copy(file))));
    }

    /** Copies the content of a pipe to a file, because each vendor reads it. */
    private static Path copy(Path pipe) {
        try {
            byte[] content = BoundedFileReader.read(pipe);
            Path copy = Files.createTempFile("seatport-", ".pem");
            copy.toFile().deleteOnExit();
            return Files.write(copy, content);
        } catch (IOException e) {
            throw CommonSettings.CA_FILE.invalid("names a file that cannot be read: it " + e.getMessage());
        }
    }

    /**
     * Creates a client that reads the certificate authorities.
     *
     * @throws SettingsException if the file of the authorities is invalid
     */
    static <T> T connect(Supplier<T> client) {
        return CommonSettings.CA_FILE.readWith(client);
    }

    void apply(Consumer<HttpProxy> proxyOption, Consumer<Path> certificatesOption) {
        proxy.ifPresent(proxyOption);
        authorities.ifPresent(certificatesOption);
    }
}
