package dev.seatport.http.internal.exchange;

import io.vertx.core.net.TrustOptions;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Trusts a few certificate authorities more than Java does: a company's own, in front of its proxy. Takes none away. */
public final class ExtraTrust {
    private ExtraTrust() {}

    /**
     * Reads a PEM file of certificates. Blocks while it reads.
     *
     * @throws IllegalArgumentException if it cannot be read or holds none
     */
    public static TrustOptions of(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Collection<? extends Certificate> extra =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (extra.isEmpty()) {
                throw new IllegalArgumentException("the CA file holds no certificate: " + file);
            }
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            int number = 0;
            for (X509Certificate known : manager(null).getAcceptedIssuers()) {
                all.setCertificateEntry("java-" + number++, known);
            }
            for (Certificate one : extra) {
                all.setCertificateEntry("extra-" + number++, one);
            }
            return TrustOptions.wrap(manager(all));
        } catch (IOException e) {
            throw new IllegalArgumentException("the CA file cannot be read: " + file);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the CA file holds no PEM certificates: " + file);
        }
    }

    private static X509TrustManager manager(@Nullable KeyStore anchors) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("no trust manager for X.509");
    }
}
