package dev.seatport.http.spi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Reads certificates with their keys, as key stores and as PEM. */
final class CertificateLoader {
    private CertificateLoader() {}

    /** See {@link SigningCertificate#read}. */
    static SigningCertificate read(Path file, @Nullable Secret password) {
        byte[] content;
        try {
            content = BoundedFileReader.read(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("the certificate file cannot be read: " + file + ": " + e.getMessage());
        }
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return text.contains("-----BEGIN ") ? Pem.read(text, password) : keyStore(content, password);
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

    /** Reads a certificate and its key from PEM (RFC 7468). Of several certificates the one of the key is taken, wherever it stands. */
    private static final class Pem {
        private static final Pattern BLOCK =
                Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

        /** The JDK names it in one way or the other. */
        private static final Set<String> PBES2 = Set.of("PBES2", "1.2.840.113549.1.5.13");

        private static final String LOCK_UNKNOWN =
                "the PEM file's key is damaged or encrypted in a way that Java cannot read; use AES";

        private Pem() {}

        static SigningCertificate read(String text, @Nullable Secret password) {
            Map<String, List<byte[]>> blocks = blocks(text);
            List<X509Certificate> certificates = new ArrayList<>();
            try {
                for (byte[] der : blocks.getOrDefault("CERTIFICATE", List.of())) {
                    certificates.add(certificate(der));
                }
                if (certificates.isEmpty()) {
                    throw new IllegalArgumentException("the PEM file holds no certificate");
                }
                return pair(certificates, key(blocks, password));
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalArgumentException("the PEM file's certificate or key cannot be read");
            }
        }

        private static Map<String, List<byte[]>> blocks(String text) {
            Map<String, List<byte[]>> blocks = new TreeMap<>();
            Matcher block = BLOCK.matcher(text);
            while (block.find()) {
                try {
                    blocks.computeIfAbsent(block.group(1), label -> new ArrayList<>())
                            .add(Base64.getMimeDecoder().decode(block.group(2)));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("the PEM file is damaged");
                }
            }
            return blocks;
        }

        private static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        }

        private static PrivateKey key(Map<String, List<byte[]>> blocks, @Nullable Secret password)
                throws GeneralSecurityException, IOException {
            List<byte[]> plain = blocks.get("PRIVATE KEY");
            List<byte[]> older = blocks.get("RSA PRIVATE KEY");
            List<byte[]> locked = blocks.get("ENCRYPTED PRIVATE KEY");
            if (plain != null) {
                return rsa(plain.get(0));
            }
            if (older != null) {
                return rsa(wrapped(older.get(0)));
            }
            if (locked != null) {
                return unlocked(locked.get(0), password);
            }
            throw new IllegalArgumentException("the PEM file holds no private key");
        }

        private static PrivateKey rsa(byte[] pkcs8) throws GeneralSecurityException {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        }

        private static PrivateKey unlocked(byte[] locked, @Nullable Secret password) throws GeneralSecurityException {
            if (password == null) {
                throw new IllegalArgumentException("the PEM file's key has a password, and none was given");
            }
            EncryptedPrivateKeyInfo info = info(locked);
            // PBES2 (RFC 8018) names its parts in the parameters; the JDK wants that name.
            String algorithm =
                    PBES2.contains(info.getAlgName()) ? info.getAlgParameters().toString() : info.getAlgName();
            try {
                SecretKey opener = SecretKeyFactory.getInstance(algorithm)
                        .generateSecret(new PBEKeySpec(password.reveal().toCharArray()));
                Cipher cipher = Cipher.getInstance(algorithm);
                cipher.init(Cipher.DECRYPT_MODE, opener, info.getAlgParameters());
                return KeyFactory.getInstance("RSA").generatePrivate(info.getKeySpec(cipher));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalArgumentException(LOCK_UNKNOWN);
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("the PEM file's password is wrong");
            }
        }

        /** The JDK reads PBES2 with AES only; it says of any other that it cannot parse it. */
        private static EncryptedPrivateKeyInfo info(byte[] locked) {
            try {
                return new EncryptedPrivateKeyInfo(locked);
            } catch (IOException e) {
                throw new IllegalArgumentException(LOCK_UNKNOWN);
            }
        }

        /** A PKCS #1 key as PKCS #8, which is what the JDK reads: version 0, the algorithm rsaEncryption, the key. */
        private static byte[] wrapped(byte[] pkcs1) throws IOException {
            byte[] algorithm = {
                0x30,
                0x0d,
                0x06,
                0x09,
                0x2a,
                (byte) 0x86,
                0x48,
                (byte) 0x86,
                (byte) 0xf7,
                0x0d,
                0x01,
                0x01,
                0x01,
                0x05,
                0x00
            };
            ByteArrayOutputStream inner = new ByteArrayOutputStream();
            inner.write(new byte[] {0x02, 0x01, 0x00});
            inner.write(algorithm);
            inner.write(0x04);
            inner.write(length(pkcs1.length));
            inner.write(pkcs1);
            ByteArrayOutputStream outer = new ByteArrayOutputStream();
            outer.write(0x30);
            outer.write(length(inner.size()));
            outer.write(inner.toByteArray());
            return outer.toByteArray();
        }

        /** A length in DER; keys are longer than 127 and shorter than 65,536 bytes. */
        private static byte[] length(int bytes) {
            return bytes < 128
                    ? new byte[] {(byte) bytes}
                    : new byte[] {(byte) 0x82, (byte) (bytes >> 8), (byte) bytes};
        }
    }
}
