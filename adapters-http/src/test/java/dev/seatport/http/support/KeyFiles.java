package dev.seatport.http.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Creates certificates with the JDK's keytool. */
public final class KeyFiles {
    public static final String PASSWORD = "canary-password";

    private static final Map<List<String>, byte[]> CACHE = new ConcurrentHashMap<>();

    private KeyFiles() {}

    /** Creates a PKCS #12 file with a certificate, its key and the authority that signed it ({@code ca}). */
    public static Path signed(Path folder, String name, String... options) {
        Path file = folder.resolve(name + ".pfx");
        generate(file, "ca", "authority", "-ext", "bc:c");
        List<String> signed = new ArrayList<>(List.of("-signer", "ca"));
        signed.addAll(List.of(options));
        generate(file, "it", name, signed.toArray(String[]::new));
        return file;
    }

    /**
     * Creates a PKCS #12 file with a self-signed certificate and its key. Caches it by name and options, because key generation
     * is slow.
     */
    public static Path pfx(Path folder, String name, String... options) {
        List<String> cacheKey = new ArrayList<>(List.of(options));
        cacheKey.add(name);
        Path file = folder.resolve(name + ".pfx");
        try {
            return Files.write(file, CACHE.computeIfAbsent(cacheKey, ignored -> generated(file, name, options)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] generated(Path file, String name, String... options) {
        generate(file, "it", name, options);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void generate(Path file, String alias, String name, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString()));
        command.addAll(List.of(options));
        if (!command.contains("-keyalg")) {
            command.addAll(List.of("-keyalg", "RSA", "-keysize", "2048"));
        }
        run(command);
    }

    /** Replaces the certificate in a file with one for the same key that expires later. */
    public static void renew(Path pfx) {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        run(List.of(
                keytool,
                "-selfcert",
                "-alias",
                "it",
                "-validity",
                "400",
                "-storepass",
                PASSWORD,
                "-keystore",
                pfx.toString()));
    }

    private static void run(List<String> command) {
        try {
            Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(tool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (tool.waitFor() != 0) {
                throw new AssertionError(output);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public static X509Certificate certificate(Path pfx) {
        return certificate(pfx, "it");
    }

    public static X509Certificate certificate(Path pfx, String alias) {
        try {
            return (X509Certificate) Objects.requireNonNull(store(pfx).getCertificate(alias));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static PrivateKey key(Path pfx) {
        try {
            return (PrivateKey) Objects.requireNonNull(store(pfx).getKey("it", PASSWORD.toCharArray()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static KeyStore store(Path pfx) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pfx)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return store;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns a PEM block. */
    public static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }
}
