package dev.seatport.demo.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** Certificates for tests, made by the JDK's own tool. */
final class Certificates {
    static final String PASSWORD = "CANARY-password";

    private Certificates() {}

    /** A self-signed one that begins at {@code start}, in the words of keytool, and lives so many days from then on. */
    static Path pfx(Path folder, int days, String start) {
        Path file = folder.resolve("certificate-" + days + ".pfx");
        try {
            Process tool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "it",
                            "-dname",
                            "CN=it",
                            "-keyalg",
                            "RSA",
                            "-keysize",
                            "2048",
                            "-startdate",
                            start,
                            "-validity",
                            Integer.toString(days),
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            PASSWORD,
                            "-keystore",
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (tool.waitFor() != 0) {
                throw new AssertionError(said);
            }
            return file;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The certificate of a key store, as a PEM file of authorities holds it. */
    static String pem(Path keyStore) {
        try (InputStream in = Files.newInputStream(keyStore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            byte[] encoded = store.getCertificate("it").getEncoded();
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(encoded)
                    + "\n-----END CERTIFICATE-----\n";
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
