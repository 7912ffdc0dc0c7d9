package dev.seatport.http.spi;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Certificate and private key for client assertions (RFC 7523), which replace a client secret. {@code toString} shows neither.
 */
public final class SigningCertificate {
    private final X509Certificate certificate;
    private final PrivateKey key;
    private final @Nullable Secret password;

    private SigningCertificate(X509Certificate certificate, PrivateKey key, @Nullable Secret password) {
        this.password = password;
        this.certificate = Objects.requireNonNull(certificate, "certificate");
        this.key = Objects.requireNonNull(key, "key");
        if (!"RSA".equals(key.getAlgorithm())) {
            throw new IllegalArgumentException("the certificate's key is not an RSA key");
        }
        if (key instanceof RSAKey privateKey
                && !(certificate.getPublicKey() instanceof RSAKey publicKey
                        && publicKey.getModulus().equals(privateKey.getModulus()))) {
            throw new IllegalArgumentException("the certificate and the key do not belong together");
        }
    }

    /**
     * Creates a signing certificate from memory. An expired certificate is accepted; calls with it fail before a request is
     * sent.
     *
     * @throws IllegalArgumentException if the key is not an RSA key or does not match the certificate
     */
    public static SigningCertificate of(X509Certificate certificate, PrivateKey key) {
        return new SigningCertificate(certificate, key, null);
    }

    /**
     * Reads a {@code .pfx} (PKCS #12) or PEM file. A PEM file contains the certificate and its key, PKCS #8 or PKCS #1. Blocks.
     *
     * @param password password of the file or of its key; {@code null} if there is none
     * @throws IllegalArgumentException if the file is unreadable, the password is wrong, or no certificate with an RSA key is
     *     found; the message gives the reason and quotes nothing
     */
    public static SigningCertificate read(Path file, @Nullable Secret password) {
        SigningCertificate loaded = SigningCertificateLoader.read(file, password);
        return new SigningCertificate(loaded.certificate, loaded.key, password);
    }

    /**
     * Returns the file password, which must not appear in messages.
     *
     * @return empty if there is none
     */
    Optional<Secret> password() {
        return Optional.ofNullable(password);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** Returns the private key, for signing. Callers must not log or store it. */
    public PrivateKey key() {
        return key;
    }

    /** Returns whether the certificate is valid at an instant. Most vendors reject assertions of an expired one. */
    public boolean isValidAt(Instant instant) {
        return !instant.isBefore(certificate.getNotBefore().toInstant())
                && !instant.isAfter(certificate.getNotAfter().toInstant());
    }

    @Override
    public String toString() {
        return "***";
    }
}
