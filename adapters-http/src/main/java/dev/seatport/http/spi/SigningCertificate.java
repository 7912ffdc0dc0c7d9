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
 * A certificate and its private key, with which an application proves who it is without sending a secret (RFC 7523). Prints
 * neither.
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
        if (key instanceof RSAKey secret
                && !(certificate.getPublicKey() instanceof RSAKey open
                        && open.getModulus().equals(secret.getModulus()))) {
            throw new IllegalArgumentException("the certificate and the key do not belong together");
        }
    }

    /**
     * A certificate that is in memory already. One that is out of its time is taken; calls then fail before anything is sent.
     *
     * @throws IllegalArgumentException if the key is not an RSA key or belongs to another certificate
     */
    public static SigningCertificate of(X509Certificate certificate, PrivateKey key) {
        return new SigningCertificate(certificate, key, null);
    }

    /**
     * Reads a {@code .pfx} (PKCS #12) or PEM file. A PEM file holds the certificate and its key, PKCS #8 or PKCS #1. Blocks while
     * it reads.
     *
     * @param password of the file or of the key in it; {@code null} if there is none
     * @throws IllegalArgumentException if the file cannot be read, the password is wrong, or there is no certificate with an RSA
     *     key in it; the message says which, and nothing of the content
     */
    public static SigningCertificate read(Path file, @Nullable Secret password) {
        SigningCertificate read = CertificateLoader.read(file, password);
        return new SigningCertificate(read.certificate, read.key, password);
    }

    /** The password of its file, which must not be shown if a vendor sends it; empty if there is none. */
    Optional<Secret> password() {
        return Optional.ofNullable(password);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** The key itself, for signing. Never log or store it. */
    public PrivateKey key() {
        return key;
    }

    /** Whether the certificate is in its time at that moment; most vendors refuse one that is not. */
    public boolean isValidAt(Instant moment) {
        return !moment.isBefore(certificate.getNotBefore().toInstant())
                && !moment.isAfter(certificate.getNotAfter().toInstant());
    }

    @Override
    public String toString() {
        return "***";
    }
}
