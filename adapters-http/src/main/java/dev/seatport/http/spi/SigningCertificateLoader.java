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

/** Loads certificates and their private keys from PKCS #12 key stores and PEM files. */
final class SigningCertificateLoader {
    private SigningCertificateLoader() {}

    /** Loads a certificate; see {@link SigningCertificate#read}. */
    static SigningCertificate read(Path file, @Nullable Secret password) {
        byte[] content;
        try {
            content = BoundedFileReader.read(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("the certificate file cannot be read: " + file + ": " + e.getMessage());
        }
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return text.contains("-----BEGIN ") ? PemLoader.read(text, password) : keyStore(content, password);
    }

    private static SigningCertificate keyStore(byte[] content, @Nullable Secret password) {
        char[] passwordChars =
                password == null ? new char[0] : password.reveal().toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), passwordChars);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias) && store.getKey(alias, passwordChars) instanceof PrivateKey key) {
                    List<X509Certificate> certificates = certificates(store, alias);
                    if (!certificates.isEmpty()) {
                        return pairWithKey(certificates, key);
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

    /** Returns the key's chain and all other certificates: some tools do not link the key to its certificate. */
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
     * Pairs a key with its certificate. If several certificates match, the one that expires last wins, because the others were
     * renewed.
     *
     * @param certificates at least one, in any order
     * @throws IllegalArgumentException if no certificate matches the key, or the key is not an RSA key
     */
    static SigningCertificate pairWithKey(List<X509Certificate> certificates, PrivateKey key) {
        X509Certificate own = certificates.stream()
                .filter(certificate -> matches(certificate, key))
                .max(Comparator.comparing(
                        certificate -> certificate.getNotAfter().toInstant()))
                .orElse(certificates.get(0));
        return SigningCertificate.of(own, key);
    }

    private static boolean matches(X509Certificate certificate, PrivateKey key) {
        return key instanceof RSAKey privateKey
                && certificate.getPublicKey() instanceof RSAKey publicKey
                && publicKey.getModulus().equals(privateKey.getModulus());
    }

    /** Loads a certificate and its key from PEM (RFC 7468). The certificates may be in any order. */
    private static final class PemLoader {
        private static final Pattern BLOCK =
                Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

        /** The JDK reports either name. */
        private static final Set<String> PBES2 = Set.of("PBES2", "1.2.840.113549.1.5.13");

        private static final String UNSUPPORTED_ENCRYPTION =
                "the PEM file's key is damaged or encrypted in a way that Java cannot read; use AES";

        private PemLoader() {}

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
                return pairWithKey(certificates, key(blocks, password));
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
            List<byte[]> pkcs8 = blocks.get("PRIVATE KEY");
            List<byte[]> pkcs1 = blocks.get("RSA PRIVATE KEY");
            List<byte[]> encrypted = blocks.get("ENCRYPTED PRIVATE KEY");
            if (pkcs8 != null) {
                return rsa(pkcs8.get(0));
            }
            if (pkcs1 != null) {
                return rsa(toPkcs8(pkcs1.get(0)));
            }
            if (encrypted != null) {
                return decrypted(encrypted.get(0), password);
            }
            throw new IllegalArgumentException("the PEM file holds no private key");
        }

        private static PrivateKey rsa(byte[] pkcs8) throws GeneralSecurityException {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        }

        private static PrivateKey decrypted(byte[] encrypted, @Nullable Secret password)
                throws GeneralSecurityException {
            if (password == null) {
                throw new IllegalArgumentException("the PEM file's key has a password, and none was given");
            }
            EncryptedPrivateKeyInfo info = info(encrypted);
            // The JDK expects the name of the concrete scheme, which PBES2 (RFC 8018) stores in the parameters.
            String algorithm =
                    PBES2.contains(info.getAlgName()) ? info.getAlgParameters().toString() : info.getAlgName();
            try {
                SecretKey passwordKey = SecretKeyFactory.getInstance(algorithm)
                        .generateSecret(new PBEKeySpec(password.reveal().toCharArray()));
                Cipher cipher = Cipher.getInstance(algorithm);
                cipher.init(Cipher.DECRYPT_MODE, passwordKey, info.getAlgParameters());
                return KeyFactory.getInstance("RSA").generatePrivate(info.getKeySpec(cipher));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalArgumentException(UNSUPPORTED_ENCRYPTION);
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("the PEM file's password is wrong");
            }
        }

        /** The JDK supports PBES2 with AES only, and reports any other cipher as a parse error. */
        private static EncryptedPrivateKeyInfo info(byte[] encrypted) {
            try {
                return new EncryptedPrivateKeyInfo(encrypted);
            } catch (IOException e) {
                throw new IllegalArgumentException(UNSUPPORTED_ENCRYPTION);
            }
        }

        /** Wraps a PKCS #1 key as PKCS #8, the form that the JDK reads: version 0, algorithm rsaEncryption, key. */
        private static byte[] toPkcs8(byte[] pkcs1) throws IOException {
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
            inner.write(derLength(pkcs1.length));
            inner.write(pkcs1);
            ByteArrayOutputStream outer = new ByteArrayOutputStream();
            outer.write(0x30);
            outer.write(derLength(inner.size()));
            outer.write(inner.toByteArray());
            return outer.toByteArray();
        }

        /** Encodes a DER length. Keys are longer than 127 and shorter than 65,536 bytes. */
        private static byte[] derLength(int bytes) {
            return bytes < 128
                    ? new byte[] {(byte) bytes}
                    : new byte[] {(byte) 0x82, (byte) (bytes >> 8), (byte) bytes};
        }
    }
}
