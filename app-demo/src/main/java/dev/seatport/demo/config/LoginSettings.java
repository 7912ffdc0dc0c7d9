package dev.seatport.demo.config;

import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.SigningCertificate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settings of a client secret, and of a certificate that replaces it. Prefers the certificate, as the vendors recommend. Immutable. */
public final class LoginSettings {
    private final Setting<String> secret;
    private final Setting<Path> secretFile;
    private final @Nullable CertificateSettings certificate;

    private record CertificateSettings(Setting<Path> file, Setting<String> password, Setting<Path> passwordFile) {}

    private LoginSettings(String vendor, boolean certificates) {
        String prefix = Setting.PREFIX + vendor + ".";
        secret = Setting.credential(prefix + "client-secret");
        secretFile = Setting.secretFile(prefix + "client-secret-file");
        certificate = certificates
                ? new CertificateSettings(
                        Setting.file(prefix + "certificate", "the path of a .pfx or PEM file with its RSA key"),
                        Setting.text(prefix + "certificate-password"),
                        Setting.secretFile(prefix + "certificate-password-file"))
                : null;
    }

    /** Returns the settings of a vendor that accepts only a secret. */
    public static LoginSettings secret(String vendor) {
        return new LoginSettings(vendor, false);
    }

    /** Returns the settings of a vendor that accepts a secret or a certificate. */
    public static LoginSettings secretOrCertificate(String vendor) {
        return new LoginSettings(vendor, true);
    }

    /** Returns the setting of the secret itself. */
    public Setting<String> clientSecret() {
        return secret;
    }

    /** Returns the setting of the file that holds the secret. */
    public Setting<Path> clientSecretFile() {
        return secretFile;
    }

    /** Returns the setting of the certificate; empty if the vendor accepts only a secret. */
    public Optional<Setting<Path>> certificateFile() {
        return Optional.ofNullable(certificate).map(CertificateSettings::file);
    }

    /** Returns the setting of the file with the password of the certificate; empty if the vendor accepts only a secret. */
    public Optional<Setting<Path>> certificatePasswordFile() {
        return Optional.ofNullable(certificate).map(CertificateSettings::passwordFile);
    }

    List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(secret, secretFile));
        if (certificate != null) {
            all.addAll(List.of(certificate.file(), certificate.password(), certificate.passwordFile()));
        }
        return all;
    }

    String required() {
        return secret.key() + (certificate == null ? " (or a file)" : " (or a file or certificate)");
    }

    void check(Settings settings) {
        if (certificate(settings).isEmpty()) {
            requireSecret(settings);
        }
    }

    /** Returns the secret, from its setting or its file. */
    public Secret requireSecret(Settings settings) {
        return settings.secret(secret, secretFile).orElseThrow(secret::missing);
    }

    /** Returns the certificate; empty if it is not set. Only the first call reads its file. */
    public Optional<SigningCertificate> certificate(Settings settings) {
        CertificateSettings keys = certificate;
        if (keys == null) {
            return Optional.empty();
        }
        return settings.value(keys.file()).map(file -> {
            Secret password =
                    settings.secret(keys.password(), keys.passwordFile()).orElse(null);
            return settings.readOnce(
                    keys.file(),
                    SigningCertificate.class,
                    () -> keys.file().readWith(() -> SigningCertificate.read(file, password)));
        });
    }
}
