package dev.seatport.demo.wiring;

import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.SettingsException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What lies between us and every vendor. */
record Network(Optional<InetSocketAddress> proxy, Optional<Path> authorities) {
    static Network of(Settings settings) {
        return new Network(settings.address(Setting.PROXY), settings.path(Setting.CA_FILE));
    }

    void apply(Consumer<InetSocketAddress> byProxy, Consumer<Path> trusting) {
        proxy.ifPresent(byProxy);
        authorities.ifPresent(trusting);
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
