package dev.seatport.http.internal.transport;

import dev.seatport.http.spi.BoundedFileReader;
import io.vertx.core.net.TrustOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trust options with additional certificate authorities, such as a company's own in front of its proxy. The authorities that Java
 * trusts stay trusted.
 */
public final class AdditionalTrust {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private AdditionalTrust() {}

    /**
     * Loads a PEM file of certificates. Blocks while it reads.
     *
     * @throws IllegalArgumentException if the file cannot be read or holds no certificate
     */
    public static TrustOptions load(Path file) {
        try {
            Collection<? extends Certificate> additional =
                    CertificateFactory.getInstance("X.509").generateCertificates(content(file));
            if (additional.isEmpty()) {
                throw new IllegalArgumentException("the CA file holds no certificate: " + file);
            }
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (X509Certificate known : trustManager(null).getAcceptedIssuers()) {
                trusted.setCertificateEntry("java-" + number++, known);
            }
            for (Certificate certificate : additional) {
                trusted.setCertificateEntry("extra-" + number++, certificate);
            }
            return TrustOptions.wrap(trustManager(trusted));
        } catch (IOException e) {
            throw new IllegalArgumentException("the CA file cannot be read: " + file + ": " + e.getMessage());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the CA file holds no PEM certificates: " + file);
        }
    }

    /** Skips a byte order mark. Java would take it for the beginning of a binary certificate. */
    private static InputStream content(Path file) throws IOException {
        byte[] content = BoundedFileReader.read(file);
        boolean marked = Arrays.equals(BYTE_ORDER_MARK, Arrays.copyOf(content, BYTE_ORDER_MARK.length));
        int from = marked ? BYTE_ORDER_MARK.length : 0;
        return new ByteArrayInputStream(content, from, content.length - from);
    }

    private static X509TrustManager trustManager(@Nullable KeyStore anchors) throws GeneralSecurityException {
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
