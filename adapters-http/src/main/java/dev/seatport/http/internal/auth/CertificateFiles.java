package dev.seatport.http.internal.auth;

import dev.seatport.http.BoundedFileReader;
import dev.seatport.http.Secret;
import dev.seatport.http.SigningCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads certificates with their keys, as key stores and as PEM. */
public final class CertificateFiles {
    private CertificateFiles() {}

    /** See {@link SigningCertificate#read}. */
    public static SigningCertificate read(Path file, @Nullable Secret password) {
        byte[] content;
        try {
            content = BoundedFileReader.read(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("the certificate file cannot be read: " + file + ": " + e.getMessage());
        }
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return text.contains("-----BEGIN ") ? PemText.read(text, password) : keyStore(content, password);
    }

    private static SigningCertificate keyStore(byte[] content, @Nullable Secret password) {
        char[] opener = password == null ? new char[0] : password.reveal().toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), opener);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias) && store.getKey(alias, opener) instanceof PrivateKey key) {
                    List<X509Certificate> certificates = certificates(store, alias);
                    if (!certificates.isEmpty()) {
                        return pair(certificates, key);
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    e.getCause() instanceof UnrecoverableKeyException
                            ? "the certificate file's password is wrong or missing"
                            : "the certificate file is neither PKCS #12 nor PEM");
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the certificate file cannot be opened with this password");
        }
        throw new IllegalArgumentException("the certificate file holds no certificate with a private key");
    }

    /** The key's chain, and every other certificate in the store: some tools do not note which one is the key's. */
    private static List<X509Certificate> certificates(KeyStore store, String alias) throws GeneralSecurityException {
        List<Certificate> all = new ArrayList<>();
        Certificate @Nullable [] chain = store.getCertificateChain(alias);
        if (chain != null) {
            all.addAll(List.of(chain));
        }
        for (String other : Collections.list(store.aliases())) {
            Optional.ofNullable(store.getCertificate(other)).ifPresent(all::add);
        }
        return all.stream()
                .filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast)
                .toList();
    }

    /**
     * Joins a key to its certificate. Of several that were issued for it, the one that expires last is taken: the others were renewed.
     *
     * @param certificates at least one, in any order
     * @throws IllegalArgumentException if none belongs to the key, or the key is not an RSA key
     */
    static SigningCertificate pair(List<X509Certificate> certificates, PrivateKey key) {
        X509Certificate own = certificates.stream()
                .filter(certificate -> belong(certificate, key))
                .max(Comparator.comparing(
                        certificate -> certificate.getNotAfter().toInstant()))
                .orElse(certificates.get(0));
        return SigningCertificate.of(own, key);
    }

    private static boolean belong(X509Certificate certificate, PrivateKey key) {
        return key instanceof RSAKey secret
                && certificate.getPublicKey() instanceof RSAKey open
                && open.getModulus().equals(secret.getModulus());
    }
}
