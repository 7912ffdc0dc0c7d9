package dev.seatport.http.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.http.support.KeyFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningCertificateTest {
    @TempDir
    private static Path folder = Path.of("");

    private static Path pfx = Path.of("");

    @BeforeAll
    static void createKeyStore() {
        pfx = KeyFiles.pfx(folder, "one");
    }

    private static X509Certificate certificate() {
        return KeyFiles.certificate(pfx);
    }

    private static Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "key", ".pem"), text);
    }

    private static String certificatePem() throws GeneralSecurityException {
        return "Bag Attributes\n  localKeyID: 01\n"
                + KeyFiles.pem("CERTIFICATE", certificate().getEncoded());
    }

    /** PKCS #8 wraps the PKCS #1 key as an octet string at offset 26. */
    private static byte[] pkcs1() {
        byte[] pkcs8 = KeyFiles.key(pfx).getEncoded();
        return Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
    }

    private static byte[] encryptedKey(String algorithm) throws GeneralSecurityException, IOException {
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm)
                        .generateSecret(new PBEKeySpec(KeyFiles.PASSWORD.toCharArray())));
        byte[] encrypted = cipher.doFinal(KeyFiles.key(pfx).getEncoded());
        AlgorithmParameters parameters = cipher.getParameters();
        if (!algorithm.contains("DESede")) {
            parameters = AlgorithmParameters.getInstance("PBES2");
            parameters.init(cipher.getParameters().getEncoded());
        }
        return new EncryptedPrivateKeyInfo(parameters, encrypted).getEncoded();
    }

    private static void assertRead(Path file, @Nullable Secret password) {
        SigningCertificate loaded = SigningCertificate.read(file, password);
        assertThat(loaded.certificate()).isEqualTo(certificate());
        assertThat(loaded.key()).isEqualTo(KeyFiles.key(pfx));
        assertThat(loaded).hasToString("***");
    }

    private static void assertRejected(Path file, @Nullable Secret password, String reason) {
        assertThatThrownBy(() -> SigningCertificate.read(file, password))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    private static Secret password() {
        return Secret.of(KeyFiles.PASSWORD);
    }

    @Test
    void isReadFromAKeyStore() {
        assertRead(pfx, password());
    }

    @Test
    void isReadFromPemWithPkcs8OrPkcs1() throws Exception {
        assertRead(
                file(certificatePem()
                        + KeyFiles.pem("PRIVATE KEY", KeyFiles.key(pfx).getEncoded())),
                null);
        assertRead(file(KeyFiles.pem("RSA PRIVATE KEY", pkcs1()) + certificatePem()), null);
    }

    @Test
    void isTheOneThatMatchesTheKeyInAnyOrder() throws Exception {
        Path chain = KeyFiles.signed(folder, "leaf");
        String key = KeyFiles.pem("PRIVATE KEY", KeyFiles.key(chain).getEncoded());
        String leaf = KeyFiles.pem("CERTIFICATE", KeyFiles.certificate(chain).getEncoded());
        String root =
                KeyFiles.pem("CERTIFICATE", KeyFiles.certificate(chain, "ca").getEncoded());
        String curve = KeyFiles.pem(
                "CERTIFICATE",
                KeyFiles.certificate(KeyFiles.pfx(folder, "curve", "-keyalg", "EC"))
                        .getEncoded());
        for (List<String> order : List.of(
                List.of(key, root, curve, leaf),
                List.of(root, leaf, curve, key),
                List.of(leaf, key, root),
                List.of(root, root, key, leaf, leaf))) {
            SigningCertificate loaded = SigningCertificate.read(file("\uFEFF" + String.join("", order)), null);
            assertThat(loaded.certificate()).isEqualTo(KeyFiles.certificate(chain));
            assertThat(loaded.key()).isEqualTo(KeyFiles.key(chain));
        }
        assertRejected(file(root + key + certificatePem()), null, "do not belong together");
    }

    @Test
    void isTheOneThatExpiresLastForTheKey() throws Exception {
        Path renewed = KeyFiles.pfx(folder, "renewed");
        X509Certificate older = KeyFiles.certificate(renewed);
        KeyFiles.renew(renewed);
        String key = KeyFiles.pem("PRIVATE KEY", KeyFiles.key(renewed).getEncoded());
        String first = KeyFiles.pem("CERTIFICATE", older.getEncoded());
        String second =
                KeyFiles.pem("CERTIFICATE", KeyFiles.certificate(renewed).getEncoded());
        assertThat(older.getPublicKey()).isEqualTo(KeyFiles.certificate(renewed).getPublicKey());
        for (String order : List.of(key + first + second, second + first + key)) {
            assertThat(SigningCertificate.read(file(order), null).certificate())
                    .isEqualTo(KeyFiles.certificate(renewed));
        }
    }

    @Test
    void isTheOneForTheKeyEvenIfAnotherExpiresLater() throws Exception {
        X509Certificate longer = KeyFiles.certificate(KeyFiles.pfx(folder, "longer", "-validity", "9999"));
        assertThat(longer.getNotAfter()).isAfter(certificate().getNotAfter());
        String key = KeyFiles.pem("PRIVATE KEY", KeyFiles.key(pfx).getEncoded());
        assertRead(file(key + certificatePem() + KeyFiles.pem("CERTIFICATE", longer.getEncoded())), null);
    }

    /** Some tools write the key without a link to its certificate. */
    @Test
    void isReadFromAKeyStoreThatDoesNotLinkItToTheKey() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", encryptedKey("PBEWithHmacSHA256AndAES_256"), null);
        store.setCertificateEntry("certificate", certificate());
        Path unlinked = folder.resolve("unlinked.pfx");
        try (OutputStream out = Files.newOutputStream(unlinked)) {
            store.store(out, KeyFiles.PASSWORD.toCharArray());
        }
        assertRead(unlinked, password());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PBEWithHmacSHA256AndAES_256", "PBEWithHmacSHA512AndAES_128", "PBEWithSHA1AndDESede"})
    void isReadFromPemWithAnEncryptedKey(String algorithm) throws Exception {
        Path file = file(certificatePem() + KeyFiles.pem("ENCRYPTED PRIVATE KEY", encryptedKey(algorithm)));
        assertRead(file, password());
        assertRejected(file, Secret.of("canary-wrong"), "password is wrong");
        assertRejected(file, null, "has a password, and none was given");
    }

    @Test
    void isRejectedWithTheReasonAndWithoutItsContent() throws Exception {
        assertRejected(pfx, Secret.of("canary-wrong"), "password is wrong");
        assertRejected(pfx, null, "password is wrong");
        assertRejected(folder.resolve("none.pfx"), null, "cannot be read");
        assertRejected(file("canary"), null, "neither PKCS #12 nor PEM");
        assertRejected(file(certificatePem()), null, "no private key");
        assertRejected(file(KeyFiles.pem("RSA PRIVATE KEY", pkcs1())), null, "no certificate");
        assertRejected(file(certificatePem() + KeyFiles.pem("PRIVATE KEY", new byte[] {1, 2})), null, "cannot be read");
        assertRejected(file(KeyFiles.pem("CERTIFICATE", new byte[] {1, 2})), null, "cannot be read");
        assertRejected(
                file(certificatePem() + KeyFiles.pem("ENCRYPTED PRIVATE KEY", new byte[] {1, 2})),
                password(),
                "encrypted in a way that Java cannot read");
        Path other = KeyFiles.pfx(folder, "other");
        assertRejected(
                file(certificatePem()
                        + KeyFiles.pem("PRIVATE KEY", KeyFiles.key(other).getEncoded())),
                null,
                "do not belong together");
        assertRejected(KeyFiles.pfx(folder, "curve", "-keyalg", "EC"), password(), "not an RSA key");
    }

    @Test
    void isValidOnlyWithinItsValidityPeriod() {
        SigningCertificate one = SigningCertificate.of(certificate(), KeyFiles.key(pfx));
        assertThat(one.isValidAt(certificate().getNotBefore().toInstant())).isTrue();
        assertThat(one.isValidAt(certificate().getNotBefore().toInstant().minusSeconds(1)))
                .isFalse();
        assertThat(one.isValidAt(certificate().getNotAfter().toInstant().plusSeconds(1)))
                .isFalse();
    }

    @Test
    void isNotPrintedByTheCredentials() {
        Credentials credentials = Credentials.certificate("canary-id", SigningCertificate.of(certificate(), key()))
                .withParameter("a", "canary");
        assertThat(credentials).hasToString("Credentials[***]");
        assertThat(credentials.parameters()).containsEntry("a", "canary");
    }

    private static PrivateKey key() {
        return KeyFiles.key(pfx);
    }
}
