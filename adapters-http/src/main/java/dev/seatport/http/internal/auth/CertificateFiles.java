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
import java.security.cert.X509Certificate;
import java.util.Collections;
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
                if (store.isKeyEntry(alias)
                        && store.getKey(alias, opener) instanceof PrivateKey key
                        && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    return SigningCertificate.of(certificate, key);
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
}
